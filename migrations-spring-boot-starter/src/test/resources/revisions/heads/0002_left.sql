-- revision: b00000000002
-- down-revision: b00000000001
-- message: Add due date

-- upgrade
ALTER TABLE invoice ADD COLUMN due date;

-- downgrade
ALTER TABLE invoice DROP COLUMN due;
