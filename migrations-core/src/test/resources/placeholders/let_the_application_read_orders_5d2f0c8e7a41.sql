-- revision: 5d2f0c8e7a41
-- message: Let the application read the orders
-- placeholders: app_role, tablespace

-- upgrade
CREATE TABLE orders (id bigint PRIMARY KEY) TABLESPACE ${tablespace};
GRANT SELECT ON orders TO ${app_role};

-- downgrade
REVOKE SELECT ON orders FROM ${app_role};
DROP TABLE orders;
