--
-- PostgreSQL database dump
--

\restrict x2wkRMLw94YZX1uaNTTRpIROHyubogjv4MYcadI34uNRGC4ekxunT8jgOOkRqWn

-- Dumped from database version 14.22
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: Odd Name; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA "Odd Name";


ALTER SCHEMA "Odd Name" OWNER TO postgres;

--
-- Name: app; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA app;


ALTER SCHEMA app OWNER TO postgres;

--
-- Name: public; Type: SCHEMA; Schema: -; Owner: postgres
--

-- *not* creating schema, since initdb creates it


ALTER SCHEMA public OWNER TO postgres;

--
-- Name: pair; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.pair AS (
	a integer,
	b text
);


ALTER TYPE app.pair OWNER TO postgres;

--
-- Name: positive; Type: DOMAIN; Schema: app; Owner: postgres
--

CREATE DOMAIN app.positive AS integer
	CONSTRAINT positive_check CHECK ((VALUE > 0));


ALTER DOMAIN app.positive OWNER TO postgres;

--
-- Name: span; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.span AS RANGE (
    subtype = double precision,
    multirange_type_name = app.span_multirange
);


ALTER TYPE app.span OWNER TO postgres;

--
-- Name: a_later_table(); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.a_later_table() RETURNS bigint
    LANGUAGE sql
    AS $$ SELECT count(*) FROM app.zz $$;


ALTER FUNCTION app.a_later_table() OWNER TO postgres;

--
-- Name: atomic(integer); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.atomic(a integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT (a + 1);
 SELECT (a + 2);
END;


ALTER FUNCTION app.atomic(a integer) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: parent; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.parent (
    id bigint NOT NULL,
    "Weird ""name" text DEFAULT 'a
b;--x'::text,
    pair app.pair,
    v app.positive
);


ALTER TABLE app.parent OWNER TO postgres;

--
-- Name: TABLE parent; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON TABLE app.parent IS '-- upgrade';


--
-- Name: fill(); Type: PROCEDURE; Schema: app; Owner: postgres
--

CREATE PROCEDURE app.fill()
    LANGUAGE sql
    BEGIN ATOMIC
 INSERT INTO app.parent (v)
   VALUES (1);
END;


ALTER PROCEDURE app.fill() OWNER TO postgres;

--
-- Name: quoted(app.parent); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.quoted(x app.parent) RETURNS text
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN 'x; COPY t FROM stdin;'; END $$;


ALTER FUNCTION app.quoted(x app.parent) OWNER TO postgres;

--
-- Name: touch(); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN new; END $$;


ALTER FUNCTION app.touch() OWNER TO postgres;

--
-- Name: summed(integer); Type: AGGREGATE; Schema: app; Owner: postgres
--

CREATE AGGREGATE app.summed(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);


ALTER AGGREGATE app.summed(integer) OWNER TO postgres;

--
-- Name: ===; Type: OPERATOR; Schema: app; Owner: postgres
--

CREATE OPERATOR app.=== (
    FUNCTION = int4eq,
    LEFTARG = integer,
    RIGHTARG = integer
);


ALTER OPERATOR app.=== (integer, integer) OWNER TO postgres;

--
-- Name: T; Type: TABLE; Schema: Odd Name; Owner: postgres
--

CREATE TABLE "Odd Name"."T" (
    id integer NOT NULL,
    "from" integer DEFAULT 7
);


ALTER TABLE "Odd Name"."T" OWNER TO postgres;

--
-- Name: COLUMN "T".id; Type: COMMENT; Schema: Odd Name; Owner: postgres
--

COMMENT ON COLUMN "Odd Name"."T".id IS 'it''s "x"';


--
-- Name: T_id_seq; Type: SEQUENCE; Schema: Odd Name; Owner: postgres
--

CREATE SEQUENCE "Odd Name"."T_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE "Odd Name"."T_id_seq" OWNER TO postgres;

--
-- Name: T_id_seq; Type: SEQUENCE OWNED BY; Schema: Odd Name; Owner: postgres
--

ALTER SEQUENCE "Odd Name"."T_id_seq" OWNED BY "Odd Name"."T".id;


--
-- Name: alembic_version; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.alembic_version (
    version_num character varying(32) NOT NULL
);


ALTER TABLE app.alembic_version OWNER TO postgres;

--
-- Name: gen; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.gen (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 2)) STORED
);

ALTER TABLE ONLY app.gen REPLICA IDENTITY FULL;


ALTER TABLE app.gen OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.v AS
 SELECT parent.id,
    app.atomic(1) AS one
   FROM app.parent
  WHERE ((parent.v)::integer > 3);


ALTER TABLE app.v OWNER TO postgres;

--
-- Name: mv; Type: MATERIALIZED VIEW; Schema: app; Owner: postgres
--

CREATE MATERIALIZED VIEW app.mv AS
 SELECT v.id,
    v.one
   FROM app.v
  WITH NO DATA;


ALTER TABLE app.mv OWNER TO postgres;

--
-- Name: parent_id_seq; Type: SEQUENCE; Schema: app; Owner: postgres
--

ALTER TABLE app.parent ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME app.parent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: part; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.part (
    id bigint NOT NULL,
    at date NOT NULL
)
PARTITION BY RANGE (at);


ALTER TABLE app.part OWNER TO postgres;

--
-- Name: part_1; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.part_1 (
    id bigint NOT NULL,
    at date NOT NULL
);


ALTER TABLE app.part_1 OWNER TO postgres;

--
-- Name: zz; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.zz (
    id integer
);


ALTER TABLE app.zz OWNER TO postgres;

--
-- Name: cache; Type: TABLE; Schema: public; Owner: postgres
--

CREATE UNLOGGED TABLE public.cache (
    k text NOT NULL,
    r int4range
);


ALTER TABLE public.cache OWNER TO postgres;

--
-- Name: kid; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.kid (
    extra text
)
INHERITS (app.parent);


ALTER TABLE public.kid OWNER TO postgres;

--
-- Name: part_1; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.part ATTACH PARTITION app.part_1 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');


--
-- Name: T id; Type: DEFAULT; Schema: Odd Name; Owner: postgres
--

ALTER TABLE ONLY "Odd Name"."T" ALTER COLUMN id SET DEFAULT nextval('"Odd Name"."T_id_seq"'::regclass);


--
-- Name: kid Weird "name; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.kid ALTER COLUMN "Weird ""name" SET DEFAULT 'a
b;--x'::text;


--
-- Name: alembic_version alembic_version_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.alembic_version
    ADD CONSTRAINT alembic_version_pkey PRIMARY KEY (version_num);


--
-- Name: parent parent_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.parent
    ADD CONSTRAINT parent_pkey PRIMARY KEY (id);


--
-- Name: part part_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.part
    ADD CONSTRAINT part_pkey PRIMARY KEY (id, at);


--
-- Name: part_1 part_1_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.part_1
    ADD CONSTRAINT part_1_pkey PRIMARY KEY (id, at);


--
-- Name: cache cache_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (k);


--
-- Name: cache cache_r_excl; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_r_excl EXCLUDE USING gist (r WITH &&);


--
-- Name: alembic_version_upper_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX alembic_version_upper_idx ON app.alembic_version USING btree (upper((version_num)::text));


--
-- Name: mv_id_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE UNIQUE INDEX mv_id_idx ON app.mv USING btree (id);


--
-- Name: part_at_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX part_at_idx ON ONLY app.part USING btree (at);


--
-- Name: part_1_at_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX part_1_at_idx ON app.part_1 USING btree (at);


--
-- Name: part_1_at_idx; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.part_at_idx ATTACH PARTITION app.part_1_at_idx;


--
-- Name: part_1_pkey; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.part_pkey ATTACH PARTITION app.part_1_pkey;


--
-- Name: st; Type: STATISTICS; Schema: app; Owner: postgres
--

CREATE STATISTICS app.st ON id, v FROM app.parent;


ALTER STATISTICS app.st OWNER TO postgres;

--
-- Name: v instead; Type: RULE; Schema: app; Owner: postgres
--

CREATE RULE instead AS
    ON INSERT TO app.v DO INSTEAD ( INSERT INTO app.parent (v)
  VALUES (1);
 INSERT INTO app.zz (id)
  VALUES (1);
);


--
-- Name: parent late; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE CONSTRAINT TRIGGER late AFTER INSERT ON app.parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.touch();


--
-- Name: parent touch; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE TRIGGER touch BEFORE UPDATE ON app.parent FOR EACH ROW WHEN (((old.v)::integer IS DISTINCT FROM (new.v)::integer)) EXECUTE FUNCTION app.touch();


--
-- Name: parent; Type: ROW SECURITY; Schema: app; Owner: postgres
--

ALTER TABLE app.parent ENABLE ROW LEVEL SECURITY;

--
-- Name: parent seen; Type: POLICY; Schema: app; Owner: postgres
--

CREATE POLICY seen ON app.parent FOR SELECT USING (((v)::integer > 1));


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: postgres
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO PUBLIC;


--
-- PostgreSQL database dump complete
--

\unrestrict x2wkRMLw94YZX1uaNTTRpIROHyubogjv4MYcadI34uNRGC4ekxunT8jgOOkRqWn

