-- revision: c41d7be0a953
-- down-revision: 5f0c9a1b7e24
-- message: Add order note

-- upgrade
ALTER TABLE orders ADD COLUMN note text;

-- downgrade
ALTER TABLE orders DROP COLUMN note;
