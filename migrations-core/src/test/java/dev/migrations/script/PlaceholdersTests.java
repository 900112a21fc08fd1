package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.graph.Direction;
import dev.migrations.operation.Command;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.UnitWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the header lists is replaced, and nothing else. */
class PlaceholdersTests {

  @TempDir Path directory;

  @Test
  void onlyThoseThatTheHeaderListsAreReplaced() {
    RevisionScript script =
        load(
            Map.of("role", "shop", "schema", "app", "unlisted", "never"),
            "role, schema",
            "-- upgrade",
            "GRANT USAGE ON SCHEMA ${schema} TO ${role};",
            "SELECT '${unlisted}', '${ROLE}', '${ role }', '$role', '{role}', '$${role}';",
            "-- downgrade",
            "REVOKE USAGE ON SCHEMA ${schema} FROM ${role};");

    assertThat(sql(script, Direction.UPGRADE))
        .containsExactly(
            "GRANT USAGE ON SCHEMA app TO shop",
            "SELECT '${unlisted}', '${ROLE}', '${ role }', '$role', '{role}', '$shop'");
    assertThat(sql(script, Direction.DOWNGRADE))
        .containsExactly("REVOKE USAGE ON SCHEMA app FROM shop");
    assertThat(script.placeholders()).containsExactly("role", "schema");
  }

  @Test
  void aFileThatAsksForNoneHasNone() {
    RevisionScript script =
        new RevisionFolder(directory)
            .revision("1.sql", "one", "", "-- upgrade", "SELECT '${role}'")
            .loadWith(Map.of("role", "shop"))
            .script("one");

    assertThat(sql(script, Direction.UPGRADE)).containsExactly("SELECT '${role}'");
    assertThat(script.placeholders()).isEmpty();
  }

  @Test
  void theyAreReplacedInQuotesBodiesAndComments() {
    RevisionScript script =
        load(
            Map.of("x.y-1", "shop"),
            "x.y-1",
            "-- upgrade",
            "SELECT '${x.y-1}', \"${x.y-1}\", /* ${x.y-1} */ $$ ${x.y-1} $$;",
            "-- loses-data: the orders of ${x.y-1}");

    assertThat(sql(script, Direction.UPGRADE))
        .containsExactly("SELECT 'shop', \"shop\", /* shop */ $$ shop $$");
    assertThat(LosesData.reasons(script.operations(Direction.UPGRADE)))
        .containsExactly("the orders of shop");
  }

  @Test
  void rowsOfACopyAreData() {
    RevisionScript script =
        load(
            Map.of("table", "prices"),
            "table",
            "-- upgrade",
            "COPY ${table} FROM stdin;",
            "${table}\tone",
            "\\.",
            "SELECT '${table}';");

    List<Command> commands = commands(script, Direction.UPGRADE);

    assertThat(((Command.Sql) commands.get(0)).script())
        .isEqualTo("COPY prices FROM stdin;\n${table}\tone\n\\.");
    assertThat(((Command.Sql) commands.get(1)).sql()).isEqualTo("SELECT 'prices'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it''s",
        "$1",
        "$0 \\1 \\\\ \\",
        "${other}",
        "${value}",
        "${",
        "\"x\"",
        "; SELECT 2",
        "",
        "}"
      })
  void aValueIsTakenAsItIs(String value) {
    RevisionScript script =
        load(
            Map.of("value", value, "other", "never"),
            "value, other",
            "-- upgrade",
            "SELECT '${value}'; SELECT 1 AS ${other}");

    assertThat(sql(script, Direction.UPGRADE))
        .containsExactly("SELECT '" + value + "'", "SELECT 1 AS never");
  }

  @Test
  void aValueBeginsNoSection() {
    RevisionScript script =
        load(
            Map.of("word", "downgrade"),
            "word",
            "-- upgrade",
            "SELECT 1;",
            "-- ${word}",
            "SELECT 2;");

    assertThat(sql(script, Direction.UPGRADE)).containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void statementsAndFaultsKeepTheirLines() {
    String longValue = "x".repeat(5_000);
    RevisionScript script =
        load(
            Map.of("value", longValue, "open", "it's"),
            "value, open",
            "-- upgrade",
            "SELECT '${value}';",
            "",
            "SELECT 1;",
            "-- downgrade",
            "SELECT '${open}';");

    assertThat(commands(script, Direction.UPGRADE))
        .extracting(command -> ((Command.Sql) command).line())
        .containsExactly(7, 9);
    assertThatThrownBy(() -> script.operations(Direction.DOWNGRADE))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("1.sql, line 11: a string that begins here is never closed");
  }

  @Test
  void allThatHaveNoValueAreNamedWithTheirProperty() {
    RevisionScript script =
        load(
            Map.of("b", "given"),
            "a, b, c",
            "-- upgrade",
            "SELECT ${a}, ${b}, ${c}",
            "-- downgrade",
            "SELECT 1");

    for (Direction direction : Direction.values()) {
      InvalidRevisionsException failure =
          catchThrowableOfType(InvalidRevisionsException.class, () -> script.operations(direction));
      assertThat(failure.faults())
          .extracting(ScriptFault::line, ScriptFault::problem, ScriptFault::action)
          .containsExactly(
              tuple(
                  4,
                  "the placeholder 'a' has no value",
                  "Set migrations.placeholders.a to what stands for ${a}."),
              tuple(
                  4,
                  "the placeholder 'c' has no value",
                  "Set migrations.placeholders.c to what stands for ${c}."));
      assertThat(failure).hasMessageContaining("1.sql, line 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "two\rlines", "a\0b"})
  void aValueOfSeveralLinesIsRefusedAndNotShown(String value) {
    RevisionScript script =
        load(Map.of("value", value), "value", "-- upgrade", "SELECT '${value}'");

    assertThatThrownBy(() -> script.operations(Direction.UPGRADE))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining(
            "1.sql, line 4: the value of the placeholder 'value' has a line break")
        .hasMessageNotContaining(value);
  }

  @Test
  void oneThatTheFileNeverUsesIsRefusedWhenItIsLoaded() {
    assertThatThrownBy(
            () ->
                load(
                    Map.of(),
                    "used, unused, row, reason",
                    "-- upgrade",
                    "SELECT ${used};",
                    "COPY t FROM stdin;",
                    "${row}",
                    "\\.",
                    "-- irreversible: ${reason}"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContainingAll(
            "The revisions have 3 faults",
            "1.sql, line 4: the header lists the placeholder 'unused', which the file never uses",
            "placeholder 'row'",
            "placeholder 'reason'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "${a}", "a$", "a--b", "ä", "a;b"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> load(Map.of(), name, "-- upgrade", "SELECT '${" + name + "}'"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("1.sql, line 4: '" + name + "' cannot be the name of a placeholder");
  }

  @Test
  void theChecksumNeedsNoValuesAndDoesNotChangeWithThem() {
    String[] body = {"-- upgrade", "GRANT SELECT ON t TO ${role};", "-- downgrade", "SELECT 1"};
    String checksum = load(Map.of(), "role", body).checksum();

    assertThat(load(Map.of("role", "shop"), "role", body).checksum()).isEqualTo(checksum);
    assertThat(load(Map.of("role", "x; DROP TABLE t"), "role", body).checksum())
        .isEqualTo(checksum);
    assertThat(
            load(Map.of(), "role", "-- upgrade", "-- why", "grant select  ON t TO ${role}")
                .checksum())
        .isEqualTo(checksum);
    assertThat(
            List.of(
                checksum,
                load(Map.of(), "role", "-- upgrade", "GRANT INSERT ON t TO ${role}").checksum(),
                load(Map.of(), "ROLE", "-- upgrade", "GRANT SELECT ON t TO ${ROLE}").checksum(),
                new RevisionFolder(directory)
                    .revision("1.sql", "one", "", "-- upgrade", "GRANT SELECT ON t TO ${role}")
                    .load()
                    .script("one")
                    .checksum()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theChecksumIsThereWhereTheTextIsNoStatementWithoutValues() {
    RevisionScript script =
        load(
            Map.of("index", "ix", "verb", "DROP INDEX"),
            "index, verb",
            "-- upgrade",
            "CREATE INDEX CONCURRENTLY ${index} ON t (a);",
            "${verb} CONCURRENTLY a");

    assertThat(script.checksum()).matches("1:[0-9a-f]{16}");
    assertThat(sql(script, Direction.UPGRADE))
        .containsExactly("CREATE INDEX CONCURRENTLY ix ON t (a)", "DROP INDEX CONCURRENTLY a");
  }

  private RevisionScript load(Map<String, String> values, String names, String... body) {
    return new RevisionFolder(directory)
        .file(
            "1.sql",
            "-- revision: one",
            "-- down-revision: ",
            "-- message: One",
            "-- placeholders: " + names,
            "",
            String.join("\n", body))
        .loadWith(values)
        .script("one");
  }

  private static List<String> sql(RevisionScript script, Direction direction) {
    return commands(script, direction).stream()
        .map(command -> ((Command.Sql) command).sql())
        .toList();
  }

  private static List<Command> commands(RevisionScript script, Direction direction) {
    return UnitWriter.units(script.operations(direction), 18).stream()
        .flatMap(unit -> unit.commands().stream())
        .toList();
  }
}
