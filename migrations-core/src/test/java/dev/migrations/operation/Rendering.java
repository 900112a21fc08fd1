package dev.migrations.operation;

import dev.migrations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Operations as the text of their units: one line a unit, statements separated by " ; ". */
@NullMarked
final class Rendering {

  private Rendering() {}

  /** As for tables in use. */
  static List<String> inUse(int version, Consumer<Operations> author) {
    return lines(version, recorded(author));
  }

  /** As for a table that the same revision created. */
  static List<String> onNew(int version, String table, Consumer<Operations> author) {
    List<Operation> operations = new ArrayList<>();
    operations.add(new NewTable(QualifiedName.parse(table)));
    operations.addAll(recorded(author));
    return lines(version, operations);
  }

  static List<Operation> recorded(Consumer<Operations> author) {
    Operations op = new Operations();
    author.accept(op);
    return op.recorded();
  }

  private static List<String> lines(int version, List<Operation> operations) {
    return UnitWriter.units(operations, version).stream().map(Rendering::line).toList();
  }

  private static String line(Unit unit) {
    if (unit instanceof Unit.Transaction transaction) {
      return transaction.commands().stream()
          .map(
              command ->
                  command instanceof Command.Sql sql
                      ? sql.sql()
                      : "code " + ((Command.Code) command).description())
          .collect(Collectors.joining(" ; "));
    }
    if (unit instanceof Unit.Batches batches) {
      return "batches: " + batches.change().statement();
    }
    return "outside: " + ((Unit.OutsideTransaction) unit).statement().sql();
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
      return "new table " + table;
    }
  }
}
