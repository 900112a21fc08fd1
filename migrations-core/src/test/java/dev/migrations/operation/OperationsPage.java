package dev.migrations.operation;

import dev.migrations.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of all operations, made of their Javadoc, their examples and the SQL of those. */
final class OperationsPage {

  private static final Path MAIN = Path.of("src/main/java");

  private static final Pattern METHOD =
      Pattern.compile("^ {2}default \\S+ (\\w+)\\(", Pattern.MULTILINE);

  private static final Pattern OPTION =
      Pattern.compile("^ {4}public Builder (\\w+)\\(", Pattern.MULTILINE);

  private final Map<Class<?>, ExampleSource> sources = new HashMap<>();
  private final Map<String, List<OperationExample>> examples =
      OperationExamples.all().stream().collect(Collectors.groupingBy(OperationExample::name));

  /** The methods of an area, in the order of its file. */
  static List<String> methods(Class<?> area) throws IOException {
    return METHOD
        .matcher(source(area))
        .results()
        .map(method -> method.group(1))
        .distinct()
        .toList();
  }

  static List<Class<?>> areas() {
    return Arrays.asList(Operations.class.getInterfaces());
  }

  String text() throws IOException {
    StringBuilder page =
        new StringBuilder(Files.readString(Path.of("src/test/resources/operations-page-head.md")));
    for (Class<?> area : areas()) {
      page.append("- [%s](#%s): %s\n".formatted(title(area), anchor(area), links(area)));
    }
    for (Class<?> area : areas()) {
      String source = source(area);
      page.append("\n## %s\n".formatted(title(area)));
      for (String method : methods(area)) {
        page.append(operation(source, method));
      }
    }
    return page.toString();
  }

  private static String links(Class<?> area) throws IOException {
    return methods(area).stream()
        .map(method -> "[`%s`](#%s)".formatted(method, method.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private String operation(String source, String method) throws IOException {
    Example example = example(method);
    List<Operation> operations = Rendering.recorded(example.example().recorded());
    Operation operation = shown(method, operations);
    String operationSource = source(operation.getClass());
    JavadocText operationText =
        JavadocText.before(
            operationSource,
            operationSource.indexOf("record " + operation.getClass().getSimpleName()));
    MatchResult place =
        METHOD
            .matcher(source)
            .results()
            .filter(found -> found.group(1).equals(method))
            .findFirst()
            .orElseThrow();
    List<String> parts = new ArrayList<>();
    parts.add("### `" + method + '`');
    parts.add(JavadocText.before(source, place.start()).firstSentence());
    parts.add(operationText.rest());
    parts.add(operationText.manual());
    parts.add("```java\n" + example.calls() + "\n```");
    parts.add(options(operation, method));
    OperationSql sql = new OperationSql(operations);
    Map<String, List<Integer>> inUse = sql.onTablesInUse();
    Map<String, List<Integer>> onNew = sql.onNewTables();
    boolean same = inUse.equals(onNew);
    parts.addAll(sql(same ? "" : "In use", inUse));
    if (!same) {
      parts.addAll(sql("On what the same revision created", onNew));
    }
    parts.addAll(reverse(operations));
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "\n", "\n"));
  }

  /** The one that the method recorded, of those that the example needs. */
  private static Operation shown(String method, List<Operation> operations) {
    return operations.stream()
        .filter(operation -> operation.getClass().getSimpleName().equalsIgnoreCase(method))
        .findFirst()
        .orElse(operations.get(operations.size() - 1));
  }

  private static String options(Operation operation, String method) throws IOException {
    boolean completed =
        Stream.of(Operations.class.getMethods())
            .filter(called -> called.getName().equals(method))
            .anyMatch(called -> called.getReturnType().getSimpleName().equals("Builder"));
    String options =
        OPTION
            .matcher(source(operation.getClass()))
            .results()
            .map(option -> "`" + option.group(1) + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    return completed && !options.isEmpty() ? "May be followed by " + options + "." : "";
  }

  private static List<String> sql(String when, Map<String, List<Integer>> servers) {
    List<String> parts = new ArrayList<>();
    servers.forEach(
        (sql, versions) -> {
          String which = servers(versions);
          String head = when.isEmpty() || which.isEmpty() ? when + which : when + ", " + which;
          if (!head.isEmpty()) {
            parts.add(head + ":");
          }
          parts.add("```sql\n" + sql + "\n```");
        });
    return parts;
  }

  private static String servers(List<Integer> versions) {
    int first = versions.get(0);
    int last = versions.get(versions.size() - 1);
    if (first == 14 && last == 18) {
      return "";
    }
    if (last == 18) {
      return "PostgreSQL %d and later".formatted(first);
    }
    return first == last ? "PostgreSQL " + first : "PostgreSQL %d to %d".formatted(first, last);
  }

  private static List<String> reverse(List<Operation> operations) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (operation.reversal() instanceof Reversal.Impossible impossible) {
        reasons.add(impossible.reason());
      }
    }
    if (!reasons.isEmpty()) {
      return List.of("Not taken back: " + String.join("; ", reasons) + '.');
    }
    List<Operation> reversed = UnitRunner.reversed(operations);
    if (reversed.isEmpty()) {
      return List.of("Taken back by nothing: what it did may stay.");
    }
    Map<String, List<Integer>> sql = new OperationSql(reversed).onTablesInUse();
    List<String> parts = new ArrayList<>();
    parts.addAll(sql("Taken back by", sql));
    return parts;
  }

  /** The first that is written out. */
  private Example example(String method) throws IOException {
    for (OperationExample example : examples.getOrDefault(method, List.of())) {
      Class<?> type = example.place().type();
      if (!sources.containsKey(type)) {
        sources.put(type, ExampleSource.of(type));
      }
      String calls = sources.get(type).calls(example);
      if (!calls.isEmpty()) {
        return new Example(example, calls);
      }
    }
    throw new AssertionError("There is no example of " + method + " that is written out");
  }

  private record Example(OperationExample example, String calls) {}

  /** How its Javadoc begins: the things that it is about. */
  private static String title(Class<?> area) throws IOException {
    String source = source(area);
    return JavadocText.before(source, source.indexOf("public sealed interface"))
        .firstSentence()
        .split("[:,.]")[0];
  }

  private static String anchor(Class<?> area) throws IOException {
    return title(area).toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String source(Class<?> type) throws IOException {
    Class<?> file =
        type.isRecord() || type.getEnclosingClass() == null ? type : type.getEnclosingClass();
    return Files.readString(MAIN.resolve(file.getName().replace('.', '/') + ".java"));
  }
}
