-- revision: 9e8d7c6b5a40
-- down-revision: 3b5e8d20f6a1
-- message: Index customers by email

-- upgrade
CREATE UNIQUE INDEX CONCURRENTLY ux_customers_email ON customers (lower(email));

-- downgrade
DROP INDEX CONCURRENTLY ux_customers_email;
