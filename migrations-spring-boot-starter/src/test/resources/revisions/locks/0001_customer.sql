-- revision: c00000000001
-- message: Create customer

-- upgrade
CREATE TABLE customer (id bigint PRIMARY KEY);

-- downgrade
DROP TABLE customer;
