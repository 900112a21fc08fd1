--
-- PostgreSQL database dump
--

\restrict 4sIzEOGrYJesVlMuQzQOQ4GymUcS0z2L0u9RP170zjxzXJEYjqaAuDbeElBdJCq

-- Dumped from database version 14.22
-- Dumped by pg_dump version 15.18

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
-- Name: public; Type: SCHEMA; Schema: -; Owner: -
--

-- *not* creating schema, since initdb creates it


--
-- Name: mood; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'it''s; ok'
);


--
-- Name: atomic(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.atomic(x integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (x > 0) THEN 1
             ELSE 2
         END AS "case";
 SELECT (x + 1);
END;


--
-- Name: body(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.body() RETURNS text
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN ';'; /* it's */ END; $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    id integer NOT NULL,
    name text,
    mood public.mood DEFAULT 'it''s; ok'::public.mood,
    note text
);


--
-- Name: TABLE person; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.person IS 'a;b\ it''s';


--
-- Name: happy; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.happy AS
 SELECT person.name,
    '\;'::text AS x
   FROM public.person
  WHERE (person.mood <> 'sad'::public.mood);


--
-- Name: person_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: person; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.person (id, name, mood, note) FROM stdin;
1	Ann	sad	tab\there, new\nline, back\\slash
2	O'Brien; $$	it's; ok	\N
3	-- downgrade	it's; ok	\\.
4	/* 	it's; ok	
\.


--
-- Name: person_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.person_id_seq', 4, true);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);


--
-- Name: person_lower_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX person_lower_idx ON public.person USING btree (lower(name)) WHERE (name <> ';'::text);


--
-- Name: happy r; Type: RULE; Schema: public; Owner: -
--

CREATE RULE r AS
    ON INSERT TO public.happy DO INSTEAD ( INSERT INTO public.person (name)
  VALUES (new.name);
 DELETE FROM public.person
  WHERE (person.name = ';'::text);
);


--
-- PostgreSQL database dump complete
--

\unrestrict 4sIzEOGrYJesVlMuQzQOQ4GymUcS0z2L0u9RP170zjxzXJEYjqaAuDbeElBdJCq

