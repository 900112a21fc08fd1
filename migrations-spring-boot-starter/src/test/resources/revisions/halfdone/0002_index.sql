-- revision: e00000000002
-- down-revision: e00000000001
-- message: Index customers

-- upgrade
CREATE INDEX CONCURRENTLY ix_customer ON customer (id);
ALTER TABLE customer ADD CONSTRAINT ck_customer CHECK (id > 0);

-- downgrade
ALTER TABLE customer DROP CONSTRAINT ck_customer;
DROP INDEX CONCURRENTLY ix_customer;
