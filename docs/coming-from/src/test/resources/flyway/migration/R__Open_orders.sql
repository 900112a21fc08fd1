CREATE OR REPLACE VIEW open_orders AS
SELECT orders.id, customers.email, orders.total
FROM orders JOIN customers ON customers.id = orders.customer_id
WHERE orders.status = 'new';
