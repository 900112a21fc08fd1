package dev.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What comes of operations: their statements and those of their reverses, on the oldest and the
 * newest server, on tables in use and on new ones.
 *
 * @param statements the statements, in order
 */
public record RenderedCalls(List<Statement> statements) {

  /**
   * A statement, or a refusal.
   *
   * @param place where it stands: server, direction, unit
   * @param sql its SQL; empty for a refusal
   */
  record Statement(String place, String sql) {}

  private static final List<Integer> SERVERS = List.of(14, 18);

  private static final String REFUSED = "refused";

  static RenderedCalls of(List<Operation> operations, List<QualifiedName> tables) {
    List<Statement> statements = new ArrayList<>();
    boolean reversible =
        operations.stream().map(Operation::reversal).allMatch(Reversal.By.class::isInstance);
    List<Operation> reverse = reversible ? UnitRunner.reversed(operations) : List.of();
    List<Operation> newTables = tables.stream().<Operation>map(NewTable::new).toList();
    for (int server : SERVERS) {
      String on = " on " + server;
      statements.addAll(statements("up in use" + on, operations, server));
      statements.addAll(statements("up when new" + on, after(newTables, operations), server));
      statements.addAll(statements("down in use" + on, reverse, server));
      statements.addAll(statements("down when new" + on, after(newTables, reverse), server));
    }
    return new RenderedCalls(statements);
  }

  /** Whether a server takes them at all. */
  boolean isAccepted() {
    return statements.stream()
        .map(Statement::place)
        .anyMatch(place -> place.startsWith("up") && !place.endsWith(REFUSED));
  }

  /** All that they say. */
  public String text() {
    return statements.stream().map(Statement::sql).collect(Collectors.joining("\n"));
  }

  private static List<Operation> after(List<Operation> before, List<Operation> operations) {
    return Stream.concat(before.stream(), operations.stream()).toList();
  }

  private static List<Statement> statements(String place, List<Operation> operations, int server) {
    List<Unit> units;
    try {
      units = UnitWriter.units(operations, server);
    } catch (RefusedOperationsException refused) {
      return refused.refusals().stream()
          .map(refusal -> new Statement(place + " " + REFUSED, ""))
          .toList();
    }
    List<Statement> statements = new ArrayList<>();
    for (int at = 0; at < units.size(); at++) {
      Unit unit = units.get(at);
      String where = "%s, %s %d".formatted(place, unit.getClass().getSimpleName(), at + 1);
      unit.commands().stream()
          .map(RenderedCalls::sql)
          .filter(Predicate.not(String::isEmpty))
          .forEach(sql -> statements.add(new Statement(where, sql)));
      if (unit instanceof Unit.OutsideTransaction outside
          && outside.recovery() instanceof Recovery.IndexBuild build) {
        statements.add(new Statement(where + ", to be repeated", build.definition()));
      }
    }
    return statements;
  }

  /** A copy is code, which says in its description what it sends. */
  private static String sql(Command command) {
    if (command instanceof Command.Sql sql) {
      return sql.sql();
    }
    String description = ((Command.Code) command).description();
    int start = description.indexOf("COPY ");
    int end = description.lastIndexOf(", sha256 ");
    return start < 0 || end < start ? "" : description.substring(start, end);
  }

  private record NewTable(QualifiedName table) implements Operation {
    @Override
    public void writeTo(UnitWriter units) {
      units.created(table);
    }

    @Override
    public Reversal reversal() {
      return Reversal.impossible("it is only for tests");
    }

    @Override
    public String summary() {
      return "new table";
    }
  }
}
