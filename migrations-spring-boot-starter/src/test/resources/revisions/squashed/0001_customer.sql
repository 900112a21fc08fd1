-- revision: a00000000001
-- message: Create customer

-- upgrade
CREATE TABLE customer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL
);
INSERT INTO customer (name) VALUES ('Ada'), ('Grace');

-- downgrade
DROP TABLE customer;
