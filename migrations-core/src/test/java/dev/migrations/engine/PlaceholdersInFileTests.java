package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.InvalidRevisionsException;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SQL file whose placeholders have values. */
@PostgresTest
class PlaceholdersInFileTests {

  private static final String FOLDER = "classpath:placeholders";
  private static final Map<String, String> VALUES =
      Map.of("app_role", "pg_monitor", "tablespace", "pg_default");

  @TempDir Path directory;

  @Test
  void itRunsUpAndDownWithThem(TestDatabase db) {
    Migrations migrations = on(db, FOLDER, VALUES);

    migrations.upgrade("head");

    assertThat(db.value("SELECT has_table_privilege('pg_monitor', 'orders', 'SELECT')"))
        .isEqualTo("t");
    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('orders')")).isNull();
  }

  @Test
  void aScriptHasThem(TestDatabase db) {
    assertThat(on(db, FOLDER, VALUES).upgradeSql("heads", 18))
        .contains("TABLESPACE pg_default;", "GRANT SELECT ON orders TO pg_monitor;")
        .doesNotContain("${");
  }

  @Test
  void withoutValuesNothingIsRunOrWrittenAndWhatIsAppliedIsKnown(TestDatabase db) {
    Migrations without = on(db, FOLDER, Map.of());

    assertThatThrownBy(() -> without.upgrade("head"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContainingAll(
            "let_the_application_read_orders_5d2f0c8e7a41.sql, line 3",
            "'app_role'",
            "'tablespace'");
    assertThatThrownBy(() -> without.upgradeSql("heads", 18))
        .isInstanceOf(InvalidRevisionsException.class);
    assertThat(without.status().pending()).containsExactly("5d2f0c8e7a41");
    assertThat(db.value("SELECT to_regclass('orders')")).isNull();

    on(db, FOLDER, VALUES).upgrade("head");
    without.validate("head");
    assertThat(without.upgrade("head").steps()).isEmpty();
    assertThat(without.check()).isEmpty();
    assertThat(without.overview().history()).hasSize(1);
  }

  @Test
  void allFilesOfAPlanThatLackValuesAreNamedAtOnce(TestDatabase db) {
    String name = directory.toUri().toString();
    new SqlRevisions(directory)
        .write("one", file("CREATE TABLE ${first} (id int)", "first"))
        .add("two", "one", "SELECT 1;", "")
        .write(
            "three",
            file("CREATE TABLE ${second} (id int)", "second")
                .replace("revision: one", "revision: three\n-- down-revision: two"));

    assertThatThrownBy(() -> on(db, name, Map.of()).upgrade("head"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContainingAll(
            "one.sql, line 3: the placeholder 'first'",
            "three.sql, line 4: the placeholder 'second'");
  }

  @Test
  void anotherValueIsNoEditAndAnotherTextIs(TestDatabase db) {
    String name = directory.toUri().toString();
    SqlRevisions revisions = new SqlRevisions(directory);
    revisions.write("one", file("CREATE TABLE ${table} (id int)"));
    on(db, name, Map.of("table", "first")).upgrade("head");

    Migrations other = on(db, name, Map.of("table", "second"));
    assertThat(other.check()).isEmpty();
    assertThat(other.upgrade("head").steps()).isEmpty();

    revisions.write("one", file("CREATE TABLE ${table} (id bigint)"));
    assertThatThrownBy(() -> on(db, name, Map.of("table", "first")).upgrade("head"))
        .isInstanceOf(EditedRevisionException.class);
  }

  @Test
  void aHostileValueArrivesAsItIs(TestDatabase db) {
    String name = directory.toUri().toString();
    new SqlRevisions(directory)
        .write(
            "one",
            file(
                "CREATE TABLE ${table} (t text);\nINSERT INTO ${table} VALUES ('${value}'),"
                    + " ($$${value}$$)",
                "table, value"));
    String value = "''\\ $1 \\1 ${table} ${x} ? {d '1'} --";

    assertThatThrownBy(() -> on(db, name, Map.of("table", "t", "value", "'")).upgrade("head"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("one.sql, line 7");
    on(db, name, Map.of("table", "\"a \"\"b\"\" $1\"", "value", value.replace("'1'", "''1''")))
        .upgrade("head");

    assertThat(db.column("SELECT t FROM \"a \"\"b\"\" $1\" ORDER BY length(t)"))
        .containsExactly(
            "'\\ $1 \\1 ${table} ${x} ? {d '1'} --", "''\\ $1 \\1 ${table} ${x} ? {d ''1''} --");
  }

  @Test
  void anErrorOfTheServerIsNamedByTheLineOfTheFile(TestDatabase db) {
    String name = directory.toUri().toString();
    new SqlRevisions(directory)
        .write(
            "one", file("SELECT '${table}';\nSELECT\n  ${table}.missing FROM pg_class ${table}"));

    assertThatThrownBy(() -> on(db, name, Map.of("table", "c".repeat(40))).upgrade("head"))
        .isInstanceOf(RevisionFailedException.class)
        .hasMessageContaining("one.sql, line 7, unit 1 of 1, statement 2");
  }

  private static Migrations on(TestDatabase db, String location, Map<String, String> values) {
    RevisionScripts scripts =
        RevisionScripts.load(
            List.of(location), List.of(), PlaceholdersInFileTests.class.getClassLoader(), values);
    return new Migrations(db.dataSource(), scripts, SqlRevisions.settings(), List.of());
  }

  private static String file(String upgrade) {
    return file(upgrade, "table");
  }

  private static String file(String upgrade, String names) {
    return """
        -- revision: one
        -- message: One
        -- placeholders: %s

        -- upgrade
        %s;

        -- irreversible: a test
        """
        .formatted(names, upgrade);
  }
}
