-- revision: c00000000002
-- depends-on: c00000000001
-- message: Create orders

-- upgrade
CREATE TABLE orders (id bigint);

-- downgrade
DROP TABLE orders;
