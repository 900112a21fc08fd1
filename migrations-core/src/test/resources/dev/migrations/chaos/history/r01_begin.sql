-- revision: r01
-- message: Begin

-- upgrade
CREATE TABLE counter (n int NOT NULL);
INSERT INTO counter VALUES (0);
CREATE TABLE log (line text);
CREATE TABLE customer (
  id bigint PRIMARY KEY, name text, email text, country text, visits int NOT NULL DEFAULT 0);
INSERT INTO customer
  SELECT g, 'name ' || g, 'c' || g || '@example.org', (ARRAY['DE', 'FR', 'IT'])[g % 3 + 1]
  FROM generate_series(1, 60) AS g;
CREATE FUNCTION tally(what text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO log VALUES (what);
  UPDATE counter SET n = n + 1;
  RETURN (SELECT n FROM counter);
END $$;

-- downgrade
DROP FUNCTION tally(text);
DROP TABLE customer, log, counter;
