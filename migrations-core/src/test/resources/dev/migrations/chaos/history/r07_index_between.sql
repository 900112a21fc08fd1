-- revision: r07
-- down-revision: r06
-- message: Index between rows

-- upgrade
INSERT INTO log VALUES ('r07, first');
CREATE UNIQUE INDEX CONCURRENTLY uq_orders_number ON orders (number);
UPDATE counter SET n = n + 1;
DROP INDEX CONCURRENTLY ix_orders_customer;
INSERT INTO log VALUES ('r07, last');

-- downgrade
CREATE INDEX CONCURRENTLY ix_orders_customer ON orders (customer_id);
UPDATE counter SET n = n + 1;
DROP INDEX CONCURRENTLY uq_orders_number;
