package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.error.MigrationsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plans that Alembic's own planner made, one a line; the file is no part of this repository. */
class PlannerConformanceTests {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private record Node(String id, List<String> down, List<String> deps, List<String> labels) {
    RevisionNode toRevision() {
      return new RevisionNode(id, down, deps, labels, id + ".sql");
    }
  }

  private record Case(
      List<Node> graph,
      String op,
      List<String> current,
      String target,
      @Nullable List<String> steps,
      @Nullable List<String> rowsAfter,
      @Nullable Boolean error) {

    Plan plan(RevisionGraph revisions) {
      return op.equals("upgrade")
          ? revisions.upgrade(current, target)
          : revisions.downgrade(current, target);
    }
  }

  @TestFactory
  Stream<DynamicTest> plansAsAlembicDoes() throws IOException {
    Path file = file();
    if (!Files.isRegularFile(file)) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "conformance cases",
              () -> assumeTrue(false, "No conformance cases: " + file + " is absent")));
    }
    List<String> lines = Files.readAllLines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> test(i + 1, JSON.readValue(lines.get(i), Case.class)));
  }

  private static DynamicTest test(int line, Case example) {
    return DynamicTest.dynamicTest(
        "line %d: %s %s from %s".formatted(line, example.op(), example.target(), example.current()),
        () -> check(example));
  }

  private static void check(Case example) {
    RevisionGraph graph = RevisionGraph.of(example.graph().stream().map(Node::toRevision).toList());
    if (Boolean.TRUE.equals(example.error())) {
      assertThatThrownBy(() -> example.plan(graph)).isInstanceOf(MigrationsException.class);
      return;
    }
    Plan plan = example.plan(graph);
    assertThat(plan.steps())
        .extracting(PlanStep::revision)
        .containsExactlyInAnyOrderElementsOf(example.steps());
    assertThat(plan.rowsAfter()).isEqualTo(example.rowsAfter());
    PlanAssertions.assertRespectsEveryEdge(graph, plan);
    PlanAssertions.assertDeltasGiveTheRows(graph, plan);
  }

  private static Path file() {
    String configured = System.getProperty("conformance.planner");
    if (configured != null) {
      return Path.of(configured);
    }
    Path folder = Path.of("").toAbsolutePath();
    // Tests run in the folder of the module or, in an IDE, in that of the repository.
    return Stream.of(folder.resolve("../.."), folder.resolve(".."))
        .map(beside -> beside.resolve("shared/conformance/planner.jsonl").normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseGet(() -> Path.of("../shared/conformance/planner.jsonl"));
  }
}
