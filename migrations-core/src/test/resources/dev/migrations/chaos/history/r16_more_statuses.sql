-- revision: r16
-- down-revision: r15
-- message: More statuses

-- upgrade
UPDATE counter SET n = n + 1;
ALTER TYPE order_status ADD VALUE 'paid';
ALTER TYPE order_status ADD VALUE 'asked' BEFORE 'paid';
UPDATE orders SET status = 'paid' WHERE id % 2 = 0;
INSERT INTO log VALUES ('r16');

-- downgrade
ALTER TABLE orders ALTER COLUMN status DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN status TYPE text;
DROP TYPE order_status;
UPDATE orders SET status = 'new' WHERE status IN ('paid', 'asked');
CREATE TYPE order_status AS ENUM ('new', 'sent');
ALTER TABLE orders ALTER COLUMN status TYPE order_status USING CAST(status AS order_status);
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new';
