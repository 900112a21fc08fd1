-- revision: 91e944a093c2
-- down-revision: 221186be7253
-- message: Create the order status

-- upgrade
CREATE TYPE order_status AS ENUM ('NEW', 'PAID', 'SHIPPED', 'CANCELLED');

-- downgrade
DROP TYPE order_status;
