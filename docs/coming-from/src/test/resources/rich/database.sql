CREATE SCHEMA app;
CREATE SCHEMA "Odd Name";
CREATE DOMAIN app.positive AS int CHECK (VALUE > 0);
CREATE TYPE app.pair AS (a int, b text);
CREATE TYPE app.span AS RANGE (subtype = float8);
CREATE TABLE app.parent (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "Weird ""name" text DEFAULT E'a\nb;--x',
  pair app.pair,
  v app.positive
);
COMMENT ON TABLE app.parent IS '-- upgrade';
CREATE TABLE app.part (id bigint NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE app.part_1 PARTITION OF app.part FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX ON app.part (at);
CREATE TABLE kid (extra text) INHERITS (app.parent);
CREATE UNLOGGED TABLE cache (k text PRIMARY KEY, r int4range, EXCLUDE USING gist (r WITH &&));
CREATE FUNCTION app.quoted(x app.parent) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN RETURN 'x; COPY t FROM stdin;'; END $f$;
CREATE FUNCTION app.atomic(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a + 1; SELECT a + 2; END;
CREATE PROCEDURE app.fill() LANGUAGE sql BEGIN ATOMIC INSERT INTO app.parent (v) VALUES (1); END;
CREATE TABLE app.zz (id int);
CREATE FUNCTION app.a_later_table() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM app.zz $$;
CREATE AGGREGATE app.summed (int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE VIEW app.v AS SELECT id, app.atomic(1) AS one FROM app.parent WHERE v > 3;
CREATE MATERIALIZED VIEW app.mv AS SELECT * FROM app.v WITH NO DATA;
CREATE UNIQUE INDEX ON app.mv (id);
CREATE RULE instead AS ON INSERT TO app.v DO INSTEAD (INSERT INTO app.parent (v) VALUES (1); INSERT INTO app.zz VALUES (1));
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON app.parent FOR EACH ROW WHEN (old.v IS DISTINCT FROM new.v) EXECUTE FUNCTION app.touch();
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON app.parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.touch();
ALTER TABLE app.parent ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON app.parent FOR SELECT USING (v > 1);
CREATE STATISTICS app.st ON id, v FROM app.parent;
CREATE OPERATOR app.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE TABLE app.gen (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE app.gen REPLICA IDENTITY FULL;
CREATE TABLE "Odd Name"."T" (id serial, "from" int DEFAULT 7);
COMMENT ON COLUMN "Odd Name"."T".id IS 'it''s "x"';
CREATE TABLE app.alembic_version (version_num varchar(32) PRIMARY KEY);
CREATE INDEX ON app.alembic_version (upper(version_num));
INSERT INTO app.alembic_version VALUES ('ae1027a6acf1');
