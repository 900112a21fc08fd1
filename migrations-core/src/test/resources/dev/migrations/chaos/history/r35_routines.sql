-- revision: r35
-- down-revision: r34
-- message: Functions, triggers, rules

-- upgrade
CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT i * 2; END;
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW.line := upper(NEW.line); -- loud
  RETURN NEW;
END $body$;
CREATE TRIGGER shout BEFORE INSERT ON app.note FOR EACH ROW EXECUTE FUNCTION shout();
INSERT INTO app.note VALUES (twice(50), 'loud');
CREATE RULE keep AS ON DELETE TO app.note DO INSTEAD NOTHING;

-- downgrade
DROP RULE keep ON app.note;
DROP TRIGGER shout ON app.note;
DELETE FROM app.note WHERE id = twice(50);
DROP FUNCTION shout();
DROP FUNCTION twice(int);
