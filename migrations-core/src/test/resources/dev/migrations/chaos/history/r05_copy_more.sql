-- revision: r05
-- down-revision: r04
-- message: Copy between other statements

-- upgrade
UPDATE counter SET n = n + 1;
COPY log FROM STDIN;
r05, copied
r05, copied as well
\.
INSERT INTO log VALUES ('r05');
COPY country (code, name) FROM STDIN (FORMAT csv);
ES,Spain
\.

-- downgrade
DELETE FROM country WHERE code = 'ES';
COPY log FROM STDIN;
r05 taken back
\.
UPDATE counter SET n = n + 1;
