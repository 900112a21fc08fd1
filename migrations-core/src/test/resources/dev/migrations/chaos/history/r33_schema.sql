-- revision: r33
-- down-revision: r32
-- message: A schema of its own

-- upgrade
CREATE SCHEMA app;
SET search_path TO app, public;
CREATE TABLE note (id int PRIMARY KEY, line text);
INSERT INTO note SELECT g, 'note ' || g FROM generate_series(1, 20) AS g;
CREATE INDEX CONCURRENTLY ix_note_line ON app.note (line);
SET search_path TO app, public;
INSERT INTO log SELECT line FROM note WHERE id = 1;

-- downgrade
DROP INDEX CONCURRENTLY app.ix_note_line;
DROP TABLE app.note;
DROP SCHEMA app;
