-- revision: 795f38b8c876
-- down-revision: 091df51896c6
-- message: Index the payments that are open

-- A partial index, since most payments are settled and the report asks for the others only.

-- upgrade
CREATE INDEX CONCURRENTLY ix_payments_open ON payments (created_at) WHERE settled_at IS NULL;

-- downgrade
DROP INDEX CONCURRENTLY ix_payments_open;
