package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.operation.Command;
import dev.migrations.sql.SqlSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTablesTests {

  private final NewTables tables = new NewTables();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CREATE TABLE n (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz DEFAULT now())",
        "CREATE TABLE IF NOT EXISTS n ()",
        "CREATE TABLE \"as\" (a int)",
        "CREATE INDEX ON t (a)",
        "CREATE UNIQUE INDEX ix ON t (lower(b)) WHERE a > 1",
        "ALTER TABLE t ADD c text NOT NULL DEFAULT '', ALTER a TYPE text USING a::text",
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id)",
        "CREATE TABLE n (t_id int REFERENCES t (id))",
        "ALTER TABLE t RENAME TO n; ALTER TABLE n DROP a",
        "CREATE VIEW v AS SELECT * FROM orders",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE SEQUENCE s; ALTER SEQUENCE s OWNED BY NONE",
        "COMMENT ON TABLE t IS 'as'; GRANT SELECT ON t TO PUBLIC; REVOKE ALL ON t FROM PUBLIC",
        "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
        "DROP TABLE u",
      })
  void areEnoughFor(String script) {
    note("CREATE TABLE t (id int PRIMARY KEY, a int, b text); CREATE TABLE u (id int PRIMARY KEY)");

    assertThat(note(script)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE orders ADD c text",
        "CREATE INDEX ON orders (a)",
        "CREATE TABLE n (id int REFERENCES orders (id))",
        "CREATE TABLE n PARTITION OF orders FOR VALUES IN (1)",
        "DROP TABLE orders",
        "DROP TABLE t CASCADE",
        "CREATE TABLE n AS SELECT * FROM orders",
        "CREATE UNLOGGED TABLE n AS TABLE orders",
        "CREATE MATERIALIZED VIEW m AS SELECT * FROM orders",
        "CREATE EXTENSION pg_trgm",
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 1",
        "SELECT pg_sleep(10)",
        "DO $$ BEGIN PERFORM 1; END $$",
        "CALL p()",
        "TRUNCATE t",
        "LOCK t",
        "SET search_path = other",
        "DISCARD ALL",
        "DROP INDEX ix",
        "ALTER TABLE public.t ADD c text",
      })
  void areNotEnoughFor(String script) {
    note("CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX ix ON t (a)");

    assertThat(note(script)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE t; CREATE TABLE IF NOT EXISTS t (a int)",
        "INSERT INTO t VALUES (1)",
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING a) SELECT a FROM x",
        "COPY t FROM STDIN;\n1\n\\.\n",
        "ALTER TABLE orders ADD FOREIGN KEY (t_id) REFERENCES t (id)",
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES orders (id)",
        "ALTER TABLE orders ATTACH PARTITION t FOR VALUES IN (1)",
        "DO $$ BEGIN PERFORM fill(); END $$",
        "ALTER TABLE t RENAME TO n",
      })
  void areNoneAnyMoreOnce(String script) {
    note("CREATE TABLE t (id int PRIMARY KEY, a int)");
    note(script);

    assertThat(note("ALTER TABLE t ADD c text")).isFalse();
  }

  @Test
  void whatAQueryFilledIsNone() {
    note("CREATE TABLE t AS SELECT * FROM orders");

    assertThat(note("ALTER TABLE t ADD c text")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET search_path = other",
        "SET LOCAL search_path TO other",
        "SELECT set_config('search_path', 'other', true)",
      })
  void aNameMayBeThatOfAnotherTableBehind(String statement) {
    note(statement + "; CREATE TABLE t (a int)");

    assertThat(note("ALTER TABLE t ADD c text")).isFalse();
    note("CREATE TABLE u (a int)");
    assertThat(note("ALTER TABLE u ADD c text")).isTrue();
  }

  @Test
  void codeMayFillThem() {
    note("CREATE TABLE t (a int)");

    assertThat(tables.areEnoughFor(List.of(new Command.Code("fills it", connection -> {}))))
        .isFalse();
    assertThat(note("ALTER TABLE t ADD c text")).isFalse();
  }

  private boolean note(String script) {
    return tables.areEnoughFor(
        SqlSplitter.split(script).stream().<Command>map(Command.Sql::of).toList());
  }
}
