-- revision: c0b100000001
-- message: Fill in the countries

-- upgrade
CREATE TABLE country (code text PRIMARY KEY, name text);
COPY country FROM stdin (FORMAT csv);
DE,Germany
FR,"France; -- and more"
\.

-- downgrade
DROP TABLE country;
