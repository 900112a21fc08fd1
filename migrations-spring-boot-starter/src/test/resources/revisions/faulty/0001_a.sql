-- revision: d00000000001
-- down-revision: d00000000002
-- message: First of a cycle

-- upgrade
SELECT 1;

-- downgrade
SELECT 1;
