-- revision: r17
-- down-revision: r16
-- message: Vacuum

-- upgrade
UPDATE counter SET n = n + 1;
VACUUM orders;
INSERT INTO log VALUES ('r17');
VACUUM (ANALYZE) customer;

-- downgrade
VACUUM customer;
