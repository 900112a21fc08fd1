package dev.migrations;

import dev.migrations.error.MigrationsException;
import dev.migrations.error.OneLine;
import dev.migrations.operation.ConnectionWork;
import dev.migrations.operation.Declaration;
import dev.migrations.operation.ExecuteSql;
import dev.migrations.operation.Irreversible;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.Operation;
import dev.migrations.operation.OperationBuilder;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.RunCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Records the operations of a revision, in the order of the calls. Nothing touches the database.
 *
 * <p>A call records at once; what it returns completes what was recorded:
 *
 * <pre>{@code
 * op.createForeignKey("fk_orders_customer", "orders", "customer_id")
 *     .references("customer", "id")
 *     .onDelete(CASCADE);
 * }</pre>
 *
 * <p>On a table that the same revision created, an operation is PostgreSQL's plain statement. On
 * any other it takes the road that does not stop reads and writes for long. Where such a road and a
 * plain form both exist, the plain form is {@code .blocking()}, on every operation the same word.
 *
 * <p>Tables, indexes, types, sequences and statistics are named {@code orders} or {@code
 * app.orders}, see {@link QualifiedName#parse}. Columns, constraints, schemas, extensions,
 * publications, new names and indexes that are created are taken as they are: an index lives in its
 * table's schema. Every name is quoted where PostgreSQL needs it.
 *
 * @since 0.1.0
 */
public final class Operations
    implements TableOperations,
        PartitionOperations,
        ColumnOperations,
        IndexOperations,
        ConstraintOperations,
        DomainOperations,
        TypeOperations,
        SequenceOperations,
        SchemaOperations,
        ViewOperations,
        RoutineOperations,
        TriggerOperations,
        RowSecurityOperations,
        PrivilegeOperations,
        StatisticsOperations,
        PublicationOperations,
        RowOperations,
        ObjectOperations {

  private final List<OperationBuilder> written = new ArrayList<>();

  /**
   * Executes SQL as it is written: one statement or several, divided by semicolons, the rows of a
   * {@code COPY … FROM STDIN} below it as in an SQL file.
   *
   * @throws MigrationsException when a quote, comment or parenthesis is never closed, or a
   *     statement begins or ends a transaction
   */
  public void execute(String sql) {
    invoke(ExecuteSql.of(sql));
  }

  /**
   * Runs code with the connection, in its place among the other operations.
   *
   * @param description what it does, for logs and plans
   */
  public RunCode.Builder run(String description, ConnectionWork work) {
    return invoke(RunCode.builder(description, work));
  }

  /**
   * Declares, in {@code downgrade} or {@code change}, that the revision cannot be taken back. A
   * downgrade over it is refused before anything runs.
   *
   * @param reason why, as a clause: {@code "the old passwords were not kept"}
   */
  public void irreversible(String reason) {
    invoke(new Irreversible(reason));
  }

  /**
   * Declares that data are gone afterwards: in {@code upgrade} by the upgrade, in {@code downgrade}
   * or {@code change} by the downgrade. Plans show it, and a downgrade on a terminal asks with it.
   *
   * @param reason which, as a clause: {@code "the notes that were written since"}
   */
  public void losesData(String reason) {
    invoke(new LosesData(reason));
  }

  @Override
  public void invoke(Operation operation) {
    written.add(() -> operation);
  }

  @Override
  public <B extends OperationBuilder> B invoke(B builder) {
    written.add(builder);
    return builder;
  }

  /**
   * What was recorded, in order.
   *
   * @throws MigrationsException when operations are incomplete; all of them are named at once
   */
  public List<Operation> recorded() {
    List<Operation> operations = new ArrayList<>();
    List<MigrationsException> faults = new ArrayList<>();
    for (OperationBuilder builder : written) {
      try {
        operations.add(builder.build());
      } catch (MigrationsException fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      throw allOf(faults);
    }
    return List.copyOf(operations);
  }

  /** Records what a change records; what it declares is about its reverse. */
  void recordChange(Consumer<Operations> change) {
    operations(change).stream()
        .filter(operation -> !(operation instanceof Declaration))
        .forEach(this::invoke);
  }

  /**
   * Records the reverses of what a change records, the last one first.
   *
   * @throws MigrationsException naming every operation that has none
   */
  void recordReverse(Consumer<Operations> change) {
    List<Operation> changed = new ArrayList<>(operations(change));
    Collections.reverse(changed);
    Optional<Operation> irreversible =
        changed.stream().filter(Irreversible.class::isInstance).findFirst();
    if (irreversible.isPresent()) {
      invoke(irreversible.get());
      return;
    }
    List<String> impossible = new ArrayList<>();
    for (Operation operation : changed) {
      if (operation instanceof LosesData) {
        invoke(operation);
      } else if (operation.reversal() instanceof Reversal.By by) {
        by.operations().forEach(this::invoke);
      } else if (operation.reversal() instanceof Reversal.Impossible why) {
        impossible.add(0, "%n  %s: %s".formatted(OneLine.of(operation.summary()), why.reason()));
      }
    }
    if (!impossible.isEmpty()) {
      throw new MigrationsException(
          "a change is taken back by the reverses of its operations, and these have none:"
              + String.join("", impossible),
          "Give what is missing, implement upgrade and downgrade instead of change, or say in the"
              + " change op.irreversible(\"why\").");
    }
  }

  private static List<Operation> operations(Consumer<Operations> change) {
    Operations recorder = new Operations();
    change.accept(recorder);
    return recorder.recorded();
  }

  private static MigrationsException allOf(List<MigrationsException> faults) {
    if (faults.size() == 1) {
      return faults.get(0);
    }
    return new MigrationsException(
        faults.stream()
            .map(MigrationsException::description)
            .collect(Collectors.joining(System.lineSeparator())),
        faults.stream()
            .map(MigrationsException::action)
            .distinct()
            .collect(Collectors.joining(System.lineSeparator())),
        faults.get(0));
  }
}
