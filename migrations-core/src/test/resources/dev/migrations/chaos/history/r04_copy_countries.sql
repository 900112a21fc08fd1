-- revision: r04
-- down-revision: r03
-- message: Copy the countries

-- upgrade
CREATE TABLE country (code text, name text);
COPY country (code, name) FROM STDIN;
DE	Germany
FR	France
IT	Italy
\.
UPDATE counter SET n = n + 1;

-- downgrade
DROP TABLE country;
