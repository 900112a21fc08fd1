package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of all operations says what the code does. */
class OperationsPageTests {

  private static final Path PAGE = Path.of("..", "docs", "operations.md");

  @TestFactory
  List<DynamicTest> everyOperationOfAnAreaHasAnExample() {
    Set<String> shown =
        OperationExamples.all().stream().map(OperationExample::name).collect(Collectors.toSet());
    return OperationsPage.areas().stream()
        .map(
            area ->
                DynamicTest.dynamicTest(
                    area.getSimpleName(),
                    () -> assertThat(OperationsPage.methods(area)).isSubsetOf(shown)))
        .toList();
  }

  @Test
  void everyExampleShowsTheOperationOfItsName() throws IOException {
    Set<String> methods = new TreeSet<>(Set.of("execute", "run", "invoke"));
    for (Class<?> area : OperationsPage.areas()) {
      methods.addAll(OperationsPage.methods(area));
    }
    assertThat(OperationExamples.all()).extracting(OperationExample::name).isSubsetOf(methods);
  }

  /** With {@code -Dwrite-operations-page} it is written; read it before it is committed. */
  @Test
  void thePageIsWhatTheExamplesSay() throws IOException {
    String page = new OperationsPage().text();
    if (System.getProperty("write-operations-page") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
