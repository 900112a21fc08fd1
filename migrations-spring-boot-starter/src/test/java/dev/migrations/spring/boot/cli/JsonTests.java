package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/** The shapes that docs/commands.md promises. */
@PostgresTest
class JsonTests {

  @Test
  void current(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    shell.run("upgrade +1");
    Map<String, Object> json = parse(shell.run("current --format json"));
    assertThat(json)
        .containsOnlyKeys("current", "heads", "pending", "unknown", "underWay", "atHead", "state")
        .containsEntry("heads", List.of("a00000000002"))
        .containsEntry("pending", List.of("a00000000002"))
        .containsEntry("unknown", List.of())
        .containsEntry("underWay", List.of())
        .containsEntry("atHead", false);
    Map<String, Object> row = only(json, "current");
    assertThat(row).containsOnlyKeys("id", "revision").containsEntry("id", "a00000000001");
    assertThat(parse(shell.run("current -v --format json")))
        .extractingByKey("current")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .first()
        .extracting("applied")
        .isInstanceOfSatisfying(
            Map.class,
            applied ->
                assertThat(((Map<?, ?>) applied).keySet().stream().map(String::valueOf))
                    .containsExactlyInAnyOrder(
                        "event",
                        "message",
                        "startedAt",
                        "durationMs",
                        "databaseUser",
                        "host",
                        "application",
                        "applicationVersion"));
  }

  @Test
  void aRevision(TestDatabase db) {
    Map<String, Object> revision =
        only(parse(new TestShell(db, "fork").run("show b00000000004 --format json")), "revisions");
    assertThat(revision)
        .containsOnlyKeys(
            "id",
            "message",
            "origin",
            "downRevisions",
            "dependsOn",
            "branchLabels",
            "replaces",
            "children",
            "markers")
        .containsEntry("message", "Merge payments and search")
        .containsEntry("downRevisions", List.of("b00000000002", "b00000000003"))
        .containsEntry("branchLabels", List.of("payments", "search"))
        .containsEntry("children", List.of("b00000000005"))
        .containsEntry("markers", List.of("MERGE_POINT"));
  }

  @Test
  void lists(TestDatabase db) {
    TestShell shell = new TestShell(db, "fork");
    assertThat(only(parse(shell.run("heads --format json")), "heads"))
        .containsEntry("id", "b00000000005");
    assertThat(only(parse(shell.run("branches --format json")), "branches"))
        .containsOnlyKeys("revision", "children");
    assertThat(parse(shell.run("history --format json")))
        .extractingByKey("revisions")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(5);
  }

  @Test
  void check(TestDatabase db) {
    TestShell shell = new TestShell(db, "shop");
    Answer behind = shell.run("check --format json");
    assertThat(behind.status()).isEqualTo(1);
    assertThat(parse(behind)).containsEntry("ok", false);
    assertThat(only(parse(behind), "findings"))
        .containsOnlyKeys("kind", "revisions", "text")
        .containsEntry("kind", "NOT_AT_HEAD")
        .containsEntry("revisions", List.of("a00000000001", "a00000000002"));
    shell.run("upgrade");
    assertThat(parse(shell.run("check --format json")))
        .isEqualTo(Map.of("ok", true, "findings", List.of()));
  }

  private static Map<String, Object> parse(Answer answer) {
    assertThat(answer.lines()).hasSize(1);
    return JsonParserFactory.getJsonParser().parseMap(answer.out());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> only(Map<String, Object> json, String key) {
    List<?> list = (List<?>) json.get(key);
    assertThat(list).hasSize(1);
    return (Map<String, Object>) list.get(0);
  }
}
