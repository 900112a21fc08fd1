-- revision: dddd
-- down-revision: cccc
-- message: Add a view

-- upgrade
CREATE VIEW all_orders AS SELECT * FROM orders;
