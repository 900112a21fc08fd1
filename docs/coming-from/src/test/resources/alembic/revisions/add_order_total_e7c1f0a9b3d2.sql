-- revision: e7c1f0a9b3d2
-- down-revision: 1975ea83b712
-- message: Add order total

-- upgrade
ALTER TABLE orders ADD COLUMN total numeric(12, 2);

-- downgrade
ALTER TABLE orders DROP COLUMN total;
