-- revision: r29
-- down-revision: r28
-- message: Totals of the customers

-- upgrade
CREATE MATERIALIZED VIEW totals AS
  SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE UNIQUE INDEX uq_totals ON totals (customer_id);
CREATE VIEW large_totals AS SELECT * FROM totals WHERE total > 100;

-- downgrade
DROP VIEW large_totals;
DROP MATERIALIZED VIEW totals;
