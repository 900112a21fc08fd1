package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaDumpTests {

  private static final List<TableName> TABLES =
      List.of(
          new TableName("public", "flyway_schema_history"),
          new TableName("Odd", "migrations_history"));

  @Test
  void whatIsMeantForPsqlAndTheSessionIsLeftOut() {
    assertThat(
            script(
                """
                --
                -- PostgreSQL database dump
                --

                \\restrict aX9'quote

                SET statement_timeout = 0;
                SELECT pg_catalog.set_config('search_path', '', false);
                SET check_function_bodies = false;
                \\connect shop
                CREATE TABLE public.orders (id bigint);
                ALTER TABLE public.orders OWNER TO shop;
                \\unrestrict aX9'quote
                """))
        .isEqualTo(
            """
            SET LOCAL check_function_bodies = off;

            CREATE TABLE public.orders (id bigint);""");
  }

  @Test
  void whereAndHowTablesAreStoredIsLeftOutWhereItIsAsEverywhere() {
    assertThat(
            script(
                """
                SET default_tablespace = '';
                SET default_table_access_method = heap;
                CREATE TABLE public.orders (id bigint);
                SET default_tablespace = fast;
                CREATE TABLE public.items (id bigint);
                """))
        .isEqualTo(
            """
            CREATE TABLE public.orders (id bigint);

            CREATE TABLE public.items (id bigint);""");
  }

  @Test
  void aTableOfAnotherAccessMethodKeepsIt() {
    assertThat(
            script(
                """
                SET default_table_access_method = heap;
                CREATE TABLE public.orders (id bigint);
                SET default_table_access_method = columnar;
                CREATE TABLE public.facts (id bigint);
                SET default_table_access_method = heap;
                CREATE TABLE public.items (id bigint);
                """))
        .isEqualTo(
            """
            SET LOCAL default_table_access_method = heap;

            CREATE TABLE public.orders (id bigint);

            SET LOCAL default_table_access_method = columnar;

            CREATE TABLE public.facts (id bigint);

            SET LOCAL default_table_access_method = heap;

            CREATE TABLE public.items (id bigint);""");
  }

  @Test
  void theSchemaThatIsAlwaysThereIsLeftOutAndOthersMayBeThere() {
    assertThat(
            script(
                """
                CREATE DATABASE shop WITH TEMPLATE = template0;
                ALTER DATABASE shop SET search_path TO 'x';
                CREATE SCHEMA public;
                COMMENT ON SCHEMA public IS 'standard public schema';
                CREATE SCHEMA "Odd";
                COMMENT ON SCHEMA "Odd" IS 'ours';
                CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
                COMMENT ON EXTENSION pg_trgm IS 'text similarity';
                """))
        .isEqualTo(
            """
            CREATE SCHEMA IF NOT EXISTS "Odd";

            COMMENT ON SCHEMA "Odd" IS 'ours';

            CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;""");
  }

  @Test
  void theTablesAreLeftOutWithAllThatBelongsToThem() {
    SchemaDump dump =
        SchemaDump.read(
            """
            CREATE TABLE public.flyway_schema_history (installed_rank integer NOT NULL);
            COMMENT ON COLUMN public.flyway_schema_history.installed_rank IS 'x';
            CREATE TABLE "Odd".migrations_history (id bigint);
            ALTER TABLE "Odd".migrations_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY
              (SEQUENCE NAME "Odd".migrations_history_id_seq);
            CREATE SEQUENCE public.rank_seq;
            ALTER SEQUENCE public.rank_seq OWNED BY public.flyway_schema_history.installed_rank;
            CREATE SEQUENCE public.invoice_seq;
            ALTER TABLE ONLY public.flyway_schema_history ADD CONSTRAINT f_pk PRIMARY KEY (x);
            CREATE INDEX f_idx ON public.flyway_schema_history USING btree (x);
            COMMENT ON INDEX public.f_idx IS 'x';
            COMMENT ON CONSTRAINT f_pk ON public.flyway_schema_history IS 'x';
            CREATE TRIGGER t BEFORE INSERT ON public.flyway_schema_history
              FOR EACH ROW EXECUTE FUNCTION public.touch();
            GRANT SELECT ON TABLE public.flyway_schema_history TO reader;
            GRANT SELECT ON SEQUENCE public.rank_seq TO reader;
            CREATE TABLE public.flyway_schema_history_of_ours (id bigint);
            CREATE FUNCTION public.migrations_history() RETURNS text LANGUAGE sql
              AS $$SELECT 'public.flyway_schema_history'$$;
            """,
            TABLES);
    assertThat(dump.statements())
        .extracting(statement -> statement.summary().split("[ (]+")[2])
        .containsExactly(
            "public.invoice_seq",
            "public.flyway_schema_history_of_ours",
            "public.migrations_history");
    assertThat(dump.leftOut()).hasSize(13);
  }

  @Test
  void whatHoldsPasswordsIsLeftOutAndSaid() {
    SchemaDump dump =
        SchemaDump.read(
            """
            CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw;
            CREATE USER MAPPING FOR shop SERVER other OPTIONS (password 'secret');
            CREATE SUBSCRIPTION s CONNECTION 'password=secret' PUBLICATION p;
            ALTER SUBSCRIPTION s ENABLE;
            """,
            List.of());
    assertThat(dump.script()).isEqualTo("CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw;");
    assertThat(dump.leftOut()).hasSize(3);
  }

  @Test
  void aStatementInAFunctionIsNoStatementOfTheDump() {
    String function =
        """
        CREATE PROCEDURE public.fill()
            LANGUAGE sql
            BEGIN ATOMIC
         INSERT INTO public.orders (id) VALUES (1);
         DELETE FROM public.orders;
        END;""";
    assertThat(script(function)).isEqualTo(function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COPY public.t (a) FROM stdin;\\n1\\n\\\\. | rows of a table",
        "INSERT INTO public.t VALUES (1); | rows of a table",
        "SELECT pg_catalog.setval('public.s', 7, true); | sets data",
        "DROP TABLE public.t; | drops what is there",
        "SET search_path = public, pg_catalog; | sets search_path",
        "\\\\i other.sql | command of psql",
        "SET lock_timeout = 0; | no statement that makes a schema",
        "CREATE VIEW public.v AS SELECT 1 FROM public.flyway_schema_history; | left out",
      })
  void whatCannotBecomeABaseIsRefusedWithItsLine(String dump, String problem) {
    String text = "\n" + dump.replace("\\n", "\n").replace("\\\\", "\\") + "\n";
    assertThatThrownBy(() -> SchemaDump.read(text, TABLES))
        .isInstanceOf(SqlTextException.class)
        .hasMessageContaining(problem)
        .extracting(failure -> ((SqlTextException) failure).line())
        .isEqualTo(problem.startsWith("no statement") ? 1 : 2);
  }

  private static String script(String dump) {
    return SchemaDump.read(dump, TABLES).script();
  }
}
