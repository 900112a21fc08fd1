CREATE TYPE order_status AS ENUM ('new', 'paid', 'sent');

CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id),
  status order_status NOT NULL DEFAULT 'new',
  total numeric(12, 2) NOT NULL CHECK (total >= 0)
);

COMMENT ON COLUMN orders.total IS 'With tax';
