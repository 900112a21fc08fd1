package dev.migrations;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.AddColumn;
import dev.migrations.operation.AlterColumnType;
import dev.migrations.operation.Backfill;
import dev.migrations.operation.BulkInsert;
import dev.migrations.operation.Column;
import dev.migrations.operation.ConnectionWork;
import dev.migrations.operation.CreateCheck;
import dev.migrations.operation.CreateForeignKey;
import dev.migrations.operation.CreateIndex;
import dev.migrations.operation.CreatePrimaryKey;
import dev.migrations.operation.CreateTable;
import dev.migrations.operation.CreateUnique;
import dev.migrations.operation.DataType;
import dev.migrations.operation.Declaration;
import dev.migrations.operation.DropColumn;
import dev.migrations.operation.DropConstraint;
import dev.migrations.operation.DropIndex;
import dev.migrations.operation.DropNotNull;
import dev.migrations.operation.DropTable;
import dev.migrations.operation.ExecuteSql;
import dev.migrations.operation.IndexKey;
import dev.migrations.operation.Irreversible;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.Operation;
import dev.migrations.operation.OperationBuilder;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameColumn;
import dev.migrations.operation.RenameTable;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.RunCode;
import dev.migrations.operation.SetComment;
import dev.migrations.operation.SetDefault;
import dev.migrations.operation.SetNotNull;
import dev.migrations.operation.SqlValue;
import dev.migrations.operation.TableElement;
import dev.migrations.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
 * <p>Tables, indexes and types are named {@code orders} or {@code app.orders}, see {@link
 * QualifiedName#parse}. Columns, constraints, new names and indexes that are created are taken as
 * they are: an index lives in its table's schema. Every name is quoted where PostgreSQL needs it.
 *
 * @since 0.1.0
 */
public final class Operations {

  private final List<OperationBuilder> written = new ArrayList<>();

  /** Creates a table from columns and constraints. */
  public CreateTable.Builder createTable(String table, TableElement... elements) {
    return invoke(CreateTable.builder(name(table), elements));
  }

  /** Drops a table with its rows. */
  public DropTable.Builder dropTable(String table) {
    return invoke(DropTable.builder(name(table)));
  }

  /** Renames a table, within its schema. */
  public void renameTable(String table, String newName) {
    invoke(new RenameTable(name(table), newName));
  }

  /** Sets the comment of a table; {@code null} removes it. */
  public SetComment.Builder commentOnTable(String table, @Nullable String comment) {
    return invoke(SetComment.builder(name(table), null, comment));
  }

  /** Adds a column. */
  public AddColumn.Builder addColumn(String table, Column column) {
    return invoke(AddColumn.builder(name(table), column));
  }

  /** Drops a column with its values. */
  public DropColumn.Builder dropColumn(String table, String column) {
    return invoke(DropColumn.builder(name(table), column));
  }

  /** Renames a column. */
  public void renameColumn(String table, String column, String newName) {
    invoke(new RenameColumn(name(table), column, newName));
  }

  /** Changes the type of a column; always the plain statement, see {@link AlterColumnType}. */
  public AlterColumnType.Builder alterColumnType(String table, String column, DataType type) {
    return invoke(AlterColumnType.builder(name(table), column, type));
  }

  /** Forbids null in a column. */
  public SetNotNull.Builder setNotNull(String table, String column) {
    return invoke(SetNotNull.builder(name(table), column));
  }

  /** Allows null in a column. */
  public void dropNotNull(String table, String column) {
    invoke(new DropNotNull(name(table), column));
  }

  /**
   * Sets the default of a column to a constant.
   *
   * @param value any value that {@link SqlValue#of} knows
   */
  public SetDefault.Builder setDefault(String table, String column, @Nullable Object value) {
    return invoke(SetDefault.builder(name(table), column, SqlValue.of(value)));
  }

  /** Sets the default of a column to an expression, as SQL: {@code now()}. */
  public SetDefault.Builder setDefaultExpression(String table, String column, String expression) {
    return invoke(SetDefault.builder(name(table), column, SqlValue.expression(expression)));
  }

  /** Drops the default of a column. */
  public SetDefault.Builder dropDefault(String table, String column) {
    return invoke(SetDefault.builder(name(table), column, null));
  }

  /** Sets the comment of a column; {@code null} removes it. */
  public SetComment.Builder commentOnColumn(String table, String column, @Nullable String comment) {
    return invoke(SetComment.builder(name(table), column, comment));
  }

  /** Creates an index on columns. */
  public CreateIndex.Builder createIndex(String index, String table, String... columns) {
    return invoke(CreateIndex.index(index, table, columns));
  }

  /** Creates an index on columns and expressions, with their options. */
  public CreateIndex.Builder createIndex(String index, String table, IndexKey... keys) {
    return invoke(CreateIndex.index(index, table, keys));
  }

  /** Drops an index. */
  public DropIndex.Builder dropIndex(String index) {
    return invoke(DropIndex.builder(name(index)));
  }

  /** Adds a foreign key; {@code references} completes it. */
  public CreateForeignKey.Builder createForeignKey(
      String constraint, String table, String... columns) {
    return invoke(CreateForeignKey.builder(constraint, name(table), columns));
  }

  /** Adds a check: an expression that is true or null for every row, as SQL. */
  public CreateCheck.Builder createCheck(String constraint, String table, String expression) {
    return invoke(CreateCheck.builder(constraint, name(table), expression));
  }

  /** Adds a unique constraint. */
  public CreateUnique.Builder createUnique(String constraint, String table, String... columns) {
    return invoke(CreateUnique.builder(constraint, name(table), columns));
  }

  /** Adds a primary key. */
  public CreatePrimaryKey.Builder createPrimaryKey(
      String constraint, String table, String... columns) {
    return invoke(CreatePrimaryKey.builder(constraint, name(table), columns));
  }

  /** Checks the rows that a constraint, added {@code notValid()}, left unchecked. */
  public ValidateConstraint.Builder validateConstraint(String table, String constraint) {
    return invoke(ValidateConstraint.builder(name(table), constraint));
  }

  /** Drops a constraint of any kind. */
  public DropConstraint.Builder dropConstraint(String table, String constraint) {
    return invoke(DropConstraint.builder(name(table), constraint));
  }

  /** Inserts rows. */
  public BulkInsert.Builder bulkInsert(String table) {
    return invoke(BulkInsert.builder(name(table)));
  }

  /** Changes rows in batches, each a transaction: an update, a deletion or an insertion. */
  public Backfill.Builder backfill(String table) {
    return invoke(Backfill.builder(name(table)));
  }

  /**
   * Executes SQL as it is written: one statement or several, divided by semicolons.
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

  /** Records an operation of any kind, of one's own as well. */
  public void invoke(Operation operation) {
    written.add(() -> operation);
  }

  /**
   * Records an operation that what follows completes.
   *
   * @return the same builder
   */
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
        impossible.add(0, "%n  %s: %s".formatted(operation.summary(), why.reason()));
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

  private static QualifiedName name(String text) {
    return QualifiedName.parse(text);
  }
}
