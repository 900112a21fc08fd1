-- revision: 54dba8b39972
-- down-revision: 01bb3cd10997
-- message: Create the view of order summaries

-- upgrade
CREATE VIEW order_summaries AS
SELECT o.id,
       c.name AS customer,
       o.status,
       o.created_at,
       coalesce((SELECT sum(i.quantity * i.unit_price) FROM order_items i WHERE i.order_id = o.id), 0) AS total,
       coalesce((SELECT sum(p.amount) FROM payments p WHERE p.order_id = o.id), 0) AS paid
FROM orders o
JOIN customers c ON c.id = o.customer_id;

-- downgrade
DROP VIEW order_summaries;
