-- revision: 8d20f6a13b5e
-- down-revision: 2b9d4c7f1e60
-- message: Add customer name

-- upgrade
ALTER TABLE customers ADD COLUMN name text;

-- downgrade
ALTER TABLE customers DROP COLUMN name;
