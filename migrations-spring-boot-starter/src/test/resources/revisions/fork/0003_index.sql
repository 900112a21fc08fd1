-- revision: b00000000003
-- down-revision: b00000000001
-- branch-labels: search
-- message: Index customers

-- upgrade
CREATE INDEX CONCURRENTLY ix_customer ON customer (id);

-- downgrade
DROP INDEX CONCURRENTLY ix_customer;
