-- A schema in which others may create what they like: functions, operators and types that would be
-- called in the place of those of pg_catalog. All of them fail when they are called; and nobody may
-- call them, so the server refuses a statement also where it would call one in some case only.
CREATE SCHEMA hostile;
GRANT USAGE ON SCHEMA hostile TO PUBLIC;
SET check_function_bodies = off;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

DO $$
DECLARE
  body CONSTANT text := ' RETURNS boolean LANGUAGE plpgsql AS $f$BEGIN RAISE EXCEPTION ''captured''; END$f$';
  used CONSTANT oid[] := ARRAY(SELECT name::regtype FROM regexp_split_to_table(
    '"any" anyelement anyarray anynonarray anycompatible anycompatiblearray anycompatiblenonarray text'
    ' name "char" bigint integer smallint numeric float8 boolean oid regclass regtype json jsonb xml'
    ' timestamptz interval text[] name[] oid[] "char"[] int2[] int2vector oidvector pg_node_tree'
    ' aclitem[] pg_lsn bytea', ' ') AS name);
  f record;
  o record;
  arguments text;
BEGIN
  -- What a call with other types is cast to, or made of, in pg_catalog: these fit better.
  CREATE TEMP TABLE better (its text, theirs text);
  INSERT INTO better
    SELECT its, unnest(string_to_array(theirs, ' ')) FROM (VALUES
      ('text', 'varchar name'), ('oid', 'regclass integer'), ('bigint', 'integer'),
      ('integer', 'bigint smallint'), ('numeric', 'bigint'), ('interval', 'text'),
      ('timestamp with time zone', 'date'), ('jsonb', 'json'), ('name', 'text'),
      ('"any"', 'text varchar name bigint integer boolean regclass oid text[] jsonb'),
      ('anyelement', 'text name bigint boolean oid regclass'),
      ('anynonarray', 'text name bigint smallint oid regclass "char"'),
      ('anycompatible', 'text name bigint'), ('anycompatiblenonarray', 'text name'),
      ('anyarray', 'text[] name[] "char"[] int2[] oid[] int2vector oidvector'),
      ('anycompatiblearray', 'text[] name[] oid[]')) AS b (its, theirs);
  FOR f IN
    WITH its AS (
      SELECT proname, string_to_array(oidvectortypes(proargtypes), ', ') AS types,
        provariadic = '"any"'::regtype AS of_any
      FROM pg_proc p WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind <> 'p'
        AND proargtypes::oid[] <@ used
        AND proname !~ '^(pg_stat|pg_ls|pg_log|pg_wal|pg_repl|lo|ts|binary_upgrade)'
        -- What only PostgreSQL itself calls.
        AND NOT EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid)
        AND NOT EXISTS (SELECT FROM pg_cast WHERE castfunc = p.oid)
        AND NOT EXISTS (SELECT FROM pg_amproc WHERE amproc = p.oid)
        AND NOT EXISTS (SELECT FROM pg_aggregate
          WHERE p.oid IN (aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn)))
    SELECT proname, types FROM its
    UNION SELECT proname, array_replace(types, its, theirs) FROM its JOIN better ON its = ANY (types)
    UNION SELECT proname, types || theirs FROM its JOIN better ON its = '"any"' WHERE of_any
    UNION SELECT proname, types[:cardinality(types) - 1] || array_fill(theirs, ARRAY[times])
      FROM its JOIN better ON its = '"any"', generate_series(1, 3) AS times WHERE of_any
  LOOP
    BEGIN
      EXECUTE format('CREATE OR REPLACE FUNCTION hostile.%I(%s)', f.proname, array_to_string(f.types, ', ')) || body;
    EXCEPTION WHEN feature_not_supported OR invalid_function_definition THEN
    END;
  END LOOP;
  FOR o IN
    WITH kind AS (
      SELECT string_to_array(types, ' ') AS types FROM (VALUES
        ('text varchar name "char"'), ('bigint integer smallint numeric float8'), ('boolean'),
        ('oid regclass regtype regnamespace bigint integer'), ('text[] name[] "char"[] varchar[]'),
        ('int2[] int2vector'), ('oid[] oidvector'), ('text text[] name[]'), ('jsonb text'),
        ('timestamptz interval text'), ('text bigint smallint oid regclass regtype'),
        ('bigint interval'), ('pg_lsn'), ('json text'), ('xml text')) AS k (types))
    SELECT oprname, oprleft, oprright FROM pg_operator
    WHERE oprnamespace = 'pg_catalog'::regnamespace AND ARRAY[oprleft, oprright] <@ (used || 0::oid)
    UNION SELECT name, l::regtype, r::regtype
      FROM kind, unnest(types) AS l, unnest(types) AS r,
        unnest(string_to_array('= <> < > <= >= || + - * / -> ->> ~~ ~', ' ')) AS name
  LOOP
    BEGIN
      arguments := concat_ws(', ', nullif(o.oprleft, 0)::regtype, o.oprright::regtype);
      IF to_regprocedure('hostile.captured(' || arguments || ')') IS NULL THEN
        EXECUTE format('CREATE FUNCTION hostile.captured(%s)', arguments) || body;
      END IF;
      EXECUTE format('CREATE OPERATOR hostile.%s (FUNCTION = hostile.captured, %s RIGHTARG = %s)',
        o.oprname, 'LEFTARG = ' || nullif(o.oprleft, 0)::regtype || ', ', o.oprright::regtype);
    EXCEPTION WHEN feature_not_supported OR invalid_function_definition THEN
    END;
  END LOOP;
  FOR f IN SELECT unnest('{text,name,oid,regclass,regtype,regnamespace,regcollation,json,jsonb,xml,int2,int4,int8,bool,timestamptz}'::text[]) AS name
  LOOP
    EXECUTE format('CREATE DOMAIN hostile.%1$I AS pg_catalog.%1$I CHECK (hostile.captured(VALUE, VALUE))', f.name);
  END LOOP;
END $$;
DROP TABLE better;
