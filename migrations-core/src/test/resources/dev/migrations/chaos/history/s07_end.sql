-- revision: s07
-- down-revision: s06
-- message: End

-- upgrade
UPDATE counter SET n = n + 1;
INSERT INTO log SELECT 's07, ' || n FROM counter;

-- downgrade
UPDATE counter SET n = n + 1;
