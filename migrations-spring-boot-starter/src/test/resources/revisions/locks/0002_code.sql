-- revision: c00000000002
-- down-revision: c00000000001
-- message: Fill customer

-- upgrade
ALTER TABLE customer ADD COLUMN name text;
DO $$ BEGIN PERFORM 1; END $$;

-- downgrade
ALTER TABLE customer DROP COLUMN name;
