-- revision: c57457ad2820
-- down-revision: 85bff4c6ecaa
-- message: Make the email of customers unique, whatever its case

-- upgrade
CREATE UNIQUE INDEX CONCURRENTLY ux_customers_email ON customers (lower(email));

-- downgrade
DROP INDEX CONCURRENTLY ux_customers_email;
