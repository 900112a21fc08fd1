-- revision: r06
-- down-revision: r05
-- message: Index the orders of a customer

-- upgrade
CREATE INDEX CONCURRENTLY ix_orders_customer ON orders (customer_id);

-- downgrade
DROP INDEX CONCURRENTLY ix_orders_customer;
