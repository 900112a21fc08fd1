-- revision: b00000000003
-- down-revision: b00000000001
-- message: Add paid date

-- upgrade
ALTER TABLE invoice ADD COLUMN paid date;

-- downgrade
ALTER TABLE invoice DROP COLUMN paid;
