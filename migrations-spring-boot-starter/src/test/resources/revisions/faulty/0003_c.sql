-- revision: d00000000003
-- down-revision: d0000000dead
-- message: Its parent is missing

-- upgrade
SELECT 1;

-- downgrade
SELECT 1;
