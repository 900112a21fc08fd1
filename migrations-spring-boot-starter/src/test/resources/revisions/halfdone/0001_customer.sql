-- revision: e00000000001
-- message: Create customer

-- upgrade
CREATE TABLE customer (id bigint);
INSERT INTO customer VALUES (0);

-- downgrade
DROP TABLE customer;
