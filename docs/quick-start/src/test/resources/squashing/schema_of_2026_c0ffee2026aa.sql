-- revision: c0ffee2026aa
-- replaces: 3b5e8d20f6a1, 9e8d7c6b5a40
-- message: Schema of 2026

-- upgrade

-- 3b5e8d20f6a1: Create customers
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY,
  email text NOT NULL,
  PRIMARY KEY (id)
);

-- 9e8d7c6b5a40: Index customers by email
CREATE UNIQUE INDEX CONCURRENTLY ux_customers_email ON customers (lower(email));

-- downgrade

-- 9e8d7c6b5a40: Index customers by email
DROP INDEX CONCURRENTLY ux_customers_email;

-- 3b5e8d20f6a1: Create customers
DROP TABLE customers;
