-- revision: a00000000002
-- down-revision: a00000000001
-- message: Create orders

-- upgrade
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer
);

-- downgrade
DROP TABLE orders;
