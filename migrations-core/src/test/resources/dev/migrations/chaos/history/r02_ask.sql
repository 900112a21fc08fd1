-- revision: r02
-- down-revision: r01
-- message: Ask in between

-- upgrade
UPDATE counter SET n = n + 1;
SELECT tally('r02, a query that writes');
INSERT INTO log VALUES ('r02');
SELECT * FROM customer;
UPDATE counter SET n = n * 2;

-- downgrade
SELECT tally('r02 taken back');
UPDATE counter SET n = n + 1;
