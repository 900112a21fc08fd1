-- revision: c4e3463ad78d
-- down-revision: b35a7707e8cf
-- message: Index orders by time

-- upgrade
CREATE INDEX CONCURRENTLY ix_orders_created_at ON orders (created_at DESC);

-- downgrade
DROP INDEX CONCURRENTLY ix_orders_created_at;
