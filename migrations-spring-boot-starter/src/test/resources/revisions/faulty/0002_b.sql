-- revision: d00000000002
-- down-revision: d00000000001
-- message: Second of a cycle

-- upgrade
SELECT 1;

-- downgrade
SELECT 1;
