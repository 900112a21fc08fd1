package dev.migrations;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.AddColumn;
import dev.migrations.operation.AddIdentity;
import dev.migrations.operation.AlterColumnType;
import dev.migrations.operation.AlterConstraint;
import dev.migrations.operation.AlterStorageParameters;
import dev.migrations.operation.AttachIndexPartition;
import dev.migrations.operation.AttachPartition;
import dev.migrations.operation.BulkInsert;
import dev.migrations.operation.ClusterOn;
import dev.migrations.operation.Column;
import dev.migrations.operation.ColumnStorage;
import dev.migrations.operation.ConnectionWork;
import dev.migrations.operation.CreateCheck;
import dev.migrations.operation.CreateExclude;
import dev.migrations.operation.CreateForeignKey;
import dev.migrations.operation.CreateIndex;
import dev.migrations.operation.CreateNotNull;
import dev.migrations.operation.CreatePartition;
import dev.migrations.operation.CreatePrimaryKey;
import dev.migrations.operation.CreateTable;
import dev.migrations.operation.CreateUnique;
import dev.migrations.operation.DataType;
import dev.migrations.operation.Declaration;
import dev.migrations.operation.DetachPartition;
import dev.migrations.operation.DropColumn;
import dev.migrations.operation.DropConstraint;
import dev.migrations.operation.DropExpression;
import dev.migrations.operation.DropIdentity;
import dev.migrations.operation.DropIndex;
import dev.migrations.operation.DropNotNull;
import dev.migrations.operation.DropPartition;
import dev.migrations.operation.DropTable;
import dev.migrations.operation.Exclude;
import dev.migrations.operation.ExecuteSql;
import dev.migrations.operation.IndexKey;
import dev.migrations.operation.Inherit;
import dev.migrations.operation.Irreversible;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.NoInherit;
import dev.migrations.operation.Operation;
import dev.migrations.operation.OperationBuilder;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Reindex;
import dev.migrations.operation.Relation;
import dev.migrations.operation.RenameColumn;
import dev.migrations.operation.RenameTable;
import dev.migrations.operation.ReplicaIdentity;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.RunCode;
import dev.migrations.operation.SequenceOption;
import dev.migrations.operation.SetComment;
import dev.migrations.operation.SetCompression;
import dev.migrations.operation.SetDefault;
import dev.migrations.operation.SetExpression;
import dev.migrations.operation.SetIdentity;
import dev.migrations.operation.SetLogged;
import dev.migrations.operation.SetNotNull;
import dev.migrations.operation.SetReplicaIdentity;
import dev.migrations.operation.SetStatistics;
import dev.migrations.operation.SetStorage;
import dev.migrations.operation.SetTablespace;
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

  /** Sets and resets storage parameters of a table. */
  public AlterStorageParameters.Builder alterTable(String table) {
    return invoke(AlterStorageParameters.builder(Relation.TABLE, name(table)));
  }

  /** Writes the changes of a table to the write-ahead log from now on; rewrites it. */
  public SetLogged.Builder setLogged(String table) {
    return invoke(SetLogged.builder(name(table), true));
  }

  /** Stops writing the changes of a table to the write-ahead log; rewrites it. */
  public SetLogged.Builder setUnlogged(String table) {
    return invoke(SetLogged.builder(name(table), false));
  }

  /** Moves a table to another tablespace; {@code blocking()} on a table in use. */
  public SetTablespace.Builder setTablespace(String table, String tablespace) {
    return invoke(SetTablespace.builder(Relation.TABLE, name(table), tablespace));
  }

  /** Sets what logical replication knows a row by. */
  public SetReplicaIdentity.Builder setReplicaIdentity(String table, ReplicaIdentity identity) {
    return invoke(SetReplicaIdentity.builder(name(table), identity));
  }

  /** Sets the index by which {@code CLUSTER} sorts the table; nothing is sorted now. */
  public ClusterOn.Builder clusterOn(String table, String index) {
    return invoke(ClusterOn.builder(name(table), index));
  }

  /** The table is sorted by no index any more. */
  public ClusterOn.Builder setWithoutCluster(String table) {
    return invoke(ClusterOn.builder(name(table), null));
  }

  /** Makes a table inherit from another; it has the columns and checks of that one already. */
  public void inherit(String table, String parent) {
    invoke(new Inherit(name(table), name(parent)));
  }

  /** The table no longer inherits from another; its columns stay. */
  public void noInherit(String table, String parent) {
    invoke(new NoInherit(name(table), name(parent)));
  }

  /** Creates a partition of a table; {@code forValues} completes it. */
  public CreatePartition.Builder createPartition(String parent, String partition) {
    return invoke(CreatePartition.builder(name(parent), name(partition)));
  }

  /** Makes a table a partition of another; {@code forValues} completes it. */
  public AttachPartition.Builder attachPartition(String parent, String table) {
    return invoke(AttachPartition.builder(name(parent), name(table)));
  }

  /** Makes a partition a table of its own. */
  public DetachPartition.Builder detachPartition(String parent, String partition) {
    return invoke(DetachPartition.builder(name(parent), name(partition)));
  }

  /** Drops a partition with its rows. */
  public DropPartition.Builder dropPartition(String parent, String partition) {
    return invoke(DropPartition.builder(name(parent), name(partition)));
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

  /** Makes a column an identity. */
  public AddIdentity.Builder addIdentity(String table, String column, SequenceOption... options) {
    return invoke(AddIdentity.builder(name(table), column, options));
  }

  /** Changes an identity. */
  public SetIdentity.Builder setIdentity(String table, String column, SequenceOption... options) {
    return invoke(SetIdentity.builder(name(table), column, options));
  }

  /** Makes an identity a plain column. */
  public DropIdentity.Builder dropIdentity(String table, String column) {
    return invoke(DropIdentity.builder(name(table), column));
  }

  /** Changes what a generated column is computed from, as SQL; {@code blocking()} when in use. */
  public SetExpression.Builder setExpression(String table, String column, String expression) {
    return invoke(SetExpression.builder(name(table), column, expression));
  }

  /** Makes a stored generated column a plain one, which keeps its values. */
  public void dropExpression(String table, String column) {
    invoke(new DropExpression(name(table), column));
  }

  /** Sets how large values of a column are stored. */
  public SetStorage.Builder setStorage(String table, String column, ColumnStorage.Mode mode) {
    return invoke(SetStorage.builder(name(table), column, mode));
  }

  /**
   * Sets how large values of a column are compressed: {@code pglz}, {@code lz4}, {@code default}.
   */
  public SetCompression.Builder setCompression(String table, String column, String method) {
    return invoke(SetCompression.builder(name(table), column, method));
  }

  /** Sets how much {@code ANALYZE} keeps of a column, 0 to 10000; -1 for the server's default. */
  public SetStatistics.Builder setStatistics(String table, String column, int target) {
    return invoke(SetStatistics.builder(name(table), column, target));
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

  /** Makes the index of a partition a part of the index of its partitioned table. */
  public void attachIndexPartition(String index, String partitionIndex) {
    invoke(new AttachIndexPartition(name(index), name(partitionIndex)));
  }

  /** Builds an index anew. */
  public Reindex.Builder reindexIndex(String index) {
    return invoke(Reindex.builder(Reindex.Target.INDEX, name(index)));
  }

  /** Builds all indexes of a table anew. */
  public Reindex.Builder reindexTable(String table) {
    return invoke(Reindex.builder(Reindex.Target.TABLE, name(table)));
  }

  /** Sets and resets storage parameters of an index. */
  public AlterStorageParameters.Builder alterIndex(String index) {
    return invoke(AlterStorageParameters.builder(Relation.INDEX, name(index)));
  }

  /** Moves an index to another tablespace; {@code blocking()} on an index in use. */
  public SetTablespace.Builder setIndexTablespace(String index, String tablespace) {
    return invoke(SetTablespace.builder(Relation.INDEX, name(index), tablespace));
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

  /** Adds an exclusion constraint; {@code blocking()} on a table in use. */
  public CreateExclude.Builder createExclude(String constraint, String table, Exclude exclude) {
    return invoke(CreateExclude.builder(constraint, name(table), exclude));
  }

  /** Forbids null in a column, by a constraint of this name; PostgreSQL 18 and later. */
  public CreateNotNull.Builder createNotNull(String constraint, String table, String column) {
    return invoke(CreateNotNull.builder(constraint, name(table), column));
  }

  /** Changes when a foreign key is checked. */
  public AlterConstraint.Builder alterConstraint(String table, String constraint) {
    return invoke(AlterConstraint.builder(name(table), constraint));
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
