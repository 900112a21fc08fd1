package dev.migrations;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.AddAttribute;
import dev.migrations.operation.AddColumn;
import dev.migrations.operation.AddDomainConstraint;
import dev.migrations.operation.AddEnumValue;
import dev.migrations.operation.AddIdentity;
import dev.migrations.operation.AlterAttributeType;
import dev.migrations.operation.AlterColumnType;
import dev.migrations.operation.AlterConstraint;
import dev.migrations.operation.AlterDefaultPrivileges;
import dev.migrations.operation.AlterPolicy;
import dev.migrations.operation.AlterPublication;
import dev.migrations.operation.AlterSequence;
import dev.migrations.operation.AlterStatistics;
import dev.migrations.operation.AlterStorageParameters;
import dev.migrations.operation.AttachIndexPartition;
import dev.migrations.operation.AttachPartition;
import dev.migrations.operation.Attribute;
import dev.migrations.operation.Backfill;
import dev.migrations.operation.BulkInsert;
import dev.migrations.operation.ClusterOn;
import dev.migrations.operation.Column;
import dev.migrations.operation.ColumnStorage;
import dev.migrations.operation.CommentOn;
import dev.migrations.operation.ConnectionWork;
import dev.migrations.operation.CopyFrom;
import dev.migrations.operation.CreateCheck;
import dev.migrations.operation.CreateDomain;
import dev.migrations.operation.CreateEnum;
import dev.migrations.operation.CreateExclude;
import dev.migrations.operation.CreateExtension;
import dev.migrations.operation.CreateForeignKey;
import dev.migrations.operation.CreateIndex;
import dev.migrations.operation.CreateMaterializedView;
import dev.migrations.operation.CreateNotNull;
import dev.migrations.operation.CreatePartition;
import dev.migrations.operation.CreatePolicy;
import dev.migrations.operation.CreatePrimaryKey;
import dev.migrations.operation.CreatePublication;
import dev.migrations.operation.CreateRoutine;
import dev.migrations.operation.CreateRule;
import dev.migrations.operation.CreateSchema;
import dev.migrations.operation.CreateSequence;
import dev.migrations.operation.CreateStatistics;
import dev.migrations.operation.CreateTable;
import dev.migrations.operation.CreateTrigger;
import dev.migrations.operation.CreateType;
import dev.migrations.operation.CreateUnique;
import dev.migrations.operation.CreateView;
import dev.migrations.operation.DataType;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.Declaration;
import dev.migrations.operation.DeleteRows;
import dev.migrations.operation.DetachPartition;
import dev.migrations.operation.DropAttribute;
import dev.migrations.operation.DropColumn;
import dev.migrations.operation.DropConstraint;
import dev.migrations.operation.DropDomain;
import dev.migrations.operation.DropDomainConstraint;
import dev.migrations.operation.DropDomainNotNull;
import dev.migrations.operation.DropEnum;
import dev.migrations.operation.DropExpression;
import dev.migrations.operation.DropExtension;
import dev.migrations.operation.DropIdentity;
import dev.migrations.operation.DropIndex;
import dev.migrations.operation.DropMaterializedView;
import dev.migrations.operation.DropNotNull;
import dev.migrations.operation.DropPartition;
import dev.migrations.operation.DropPolicy;
import dev.migrations.operation.DropPublication;
import dev.migrations.operation.DropRoutine;
import dev.migrations.operation.DropRule;
import dev.migrations.operation.DropSchema;
import dev.migrations.operation.DropSequence;
import dev.migrations.operation.DropStatistics;
import dev.migrations.operation.DropTable;
import dev.migrations.operation.DropTrigger;
import dev.migrations.operation.DropType;
import dev.migrations.operation.DropView;
import dev.migrations.operation.Exclude;
import dev.migrations.operation.ExecuteSql;
import dev.migrations.operation.GrantPrivileges;
import dev.migrations.operation.IndexKey;
import dev.migrations.operation.Inherit;
import dev.migrations.operation.Irreversible;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.NoInherit;
import dev.migrations.operation.Operation;
import dev.migrations.operation.OperationBuilder;
import dev.migrations.operation.Privilege;
import dev.migrations.operation.PublicationMember;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RefreshMaterializedView;
import dev.migrations.operation.Reindex;
import dev.migrations.operation.Relation;
import dev.migrations.operation.RenameAttribute;
import dev.migrations.operation.RenameColumn;
import dev.migrations.operation.RenameEnumValue;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.RenameTable;
import dev.migrations.operation.ReplaceRoutine;
import dev.migrations.operation.ReplaceRule;
import dev.migrations.operation.ReplaceTrigger;
import dev.migrations.operation.ReplaceView;
import dev.migrations.operation.ReplicaIdentity;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.RevokePrivileges;
import dev.migrations.operation.RoutineKind;
import dev.migrations.operation.RowLevelSecurity;
import dev.migrations.operation.RunCode;
import dev.migrations.operation.SequenceOption;
import dev.migrations.operation.SetComment;
import dev.migrations.operation.SetCompression;
import dev.migrations.operation.SetDefault;
import dev.migrations.operation.SetDomainDefault;
import dev.migrations.operation.SetDomainNotNull;
import dev.migrations.operation.SetExpression;
import dev.migrations.operation.SetIdentity;
import dev.migrations.operation.SetLogged;
import dev.migrations.operation.SetNotNull;
import dev.migrations.operation.SetReplicaIdentity;
import dev.migrations.operation.SetSchema;
import dev.migrations.operation.SetStatistics;
import dev.migrations.operation.SetStorage;
import dev.migrations.operation.SetTablespace;
import dev.migrations.operation.SetTriggerFiring;
import dev.migrations.operation.SqlValue;
import dev.migrations.operation.TableElement;
import dev.migrations.operation.UpdateExtension;
import dev.migrations.operation.UpdateRows;
import dev.migrations.operation.ValidateConstraint;
import dev.migrations.operation.ValidateDomainConstraint;
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
 * <p>Tables, indexes, types, sequences and statistics are named {@code orders} or {@code
 * app.orders}, see {@link QualifiedName#parse}. Columns, constraints, schemas, extensions,
 * publications, new names and indexes that are created are taken as they are: an index lives in its
 * table's schema. Every name is quoted where PostgreSQL needs it.
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

  // Types, sequences, schemas, extensions, and what all objects have in common.

  /** Creates an enum type with its values, in the order in which they sort. */
  public void createEnum(String type, String... values) {
    invoke(new CreateEnum(name(type), List.of(values)));
  }

  /** Adds a value to an enum type, at its end unless a place is given. */
  public AddEnumValue.Builder addEnumValue(String type, String value) {
    return invoke(AddEnumValue.builder(name(type), value));
  }

  /** Renames a value of an enum type. */
  public void renameEnumValue(String type, String value, String newValue) {
    invoke(new RenameEnumValue(name(type), value, newValue));
  }

  /** Drops an enum type. */
  public DropEnum.Builder dropEnum(String type) {
    return invoke(DropEnum.builder(name(type)));
  }

  /** Creates a domain: a type with a default and constraints of its own. */
  public CreateDomain.Builder createDomain(String domain, DataType type) {
    return invoke(CreateDomain.builder(name(domain), type));
  }

  /** Drops a domain. */
  public DropDomain.Builder dropDomain(String domain) {
    return invoke(DropDomain.builder(name(domain)));
  }

  /** Adds a check to a domain: an expression over {@code VALUE}, as SQL. */
  public AddDomainConstraint.Builder addDomainConstraint(
      String domain, String constraint, String expression) {
    return invoke(AddDomainConstraint.builder(name(domain), constraint, expression));
  }

  /** Drops a constraint of a domain. */
  public DropDomainConstraint.Builder dropDomainConstraint(String domain, String constraint) {
    return invoke(DropDomainConstraint.builder(name(domain), constraint));
  }

  /** Checks the values that a domain's constraint, added {@code notValid()}, left unchecked. */
  public ValidateDomainConstraint.Builder validateDomainConstraint(
      String domain, String constraint) {
    return invoke(ValidateDomainConstraint.builder(name(domain), constraint));
  }

  /** Sets the default of a domain to a constant, any value that {@link SqlValue#of} knows. */
  public SetDomainDefault.Builder setDomainDefault(String domain, @Nullable Object value) {
    return invoke(SetDomainDefault.builder(name(domain), SqlValue.of(value)));
  }

  /** Sets the default of a domain to an expression, as SQL. */
  public SetDomainDefault.Builder setDomainDefaultExpression(String domain, String expression) {
    return invoke(SetDomainDefault.builder(name(domain), SqlValue.expression(expression)));
  }

  /** Drops the default of a domain. */
  public SetDomainDefault.Builder dropDomainDefault(String domain) {
    return invoke(SetDomainDefault.builder(name(domain), null));
  }

  /** Forbids null in a domain; always the plain statement, see {@link SetDomainNotNull}. */
  public void setDomainNotNull(String domain) {
    invoke(new SetDomainNotNull(name(domain)));
  }

  /** Allows null in a domain. */
  public void dropDomainNotNull(String domain) {
    invoke(new DropDomainNotNull(name(domain)));
  }

  /** Creates a composite type. */
  public void createType(String type, Attribute... attributes) {
    invoke(new CreateType(name(type), List.of(attributes)));
  }

  /** Drops a composite type, or a type of another kind. */
  public DropType.Builder dropType(String type) {
    return invoke(DropType.builder(name(type)));
  }

  /** Adds an attribute to a composite type. */
  public AddAttribute.Builder addAttribute(String type, Attribute attribute) {
    return invoke(AddAttribute.builder(name(type), attribute));
  }

  /** Drops an attribute of a composite type, with its values. */
  public DropAttribute.Builder dropAttribute(String type, String attribute) {
    return invoke(DropAttribute.builder(name(type), attribute));
  }

  /** Changes the type of an attribute of a composite type that no column has. */
  public AlterAttributeType.Builder alterAttributeType(
      String type, String attribute, DataType newType) {
    return invoke(AlterAttributeType.builder(name(type), attribute, newType));
  }

  /** Renames an attribute of a composite type. */
  public RenameAttribute.Builder renameAttribute(String type, String attribute, String newName) {
    return invoke(RenameAttribute.builder(name(type), attribute, newName));
  }

  /** Creates a sequence. */
  public CreateSequence.Builder createSequence(String sequence, SequenceOption... options) {
    return invoke(CreateSequence.builder(name(sequence), options));
  }

  /** Changes options of a sequence, or restarts it. */
  public AlterSequence.Builder alterSequence(String sequence, SequenceOption... options) {
    return invoke(AlterSequence.builder(name(sequence), options));
  }

  /** Drops a sequence. */
  public DropSequence.Builder dropSequence(String sequence) {
    return invoke(DropSequence.builder(name(sequence)));
  }

  /** Creates a schema. */
  public CreateSchema.Builder createSchema(String schema) {
    return invoke(CreateSchema.builder(schema));
  }

  /** Drops a schema. */
  public DropSchema.Builder dropSchema(String schema) {
    return invoke(DropSchema.builder(schema));
  }

  /** Installs an extension in the database. */
  public CreateExtension.Builder createExtension(String extension) {
    return invoke(CreateExtension.builder(extension));
  }

  /** Drops an extension with all objects that belong to it. */
  public DropExtension.Builder dropExtension(String extension) {
    return invoke(DropExtension.builder(extension));
  }

  /** Brings an extension to another version, the server's default one unless {@code to} says. */
  public UpdateExtension.Builder updateExtension(String extension) {
    return invoke(UpdateExtension.builder(extension));
  }

  /**
   * Sets the comment of an object of any kind, see {@link DatabaseObject}; {@code null} removes it.
   */
  public CommentOn.Builder commentOn(DatabaseObject object, @Nullable String comment) {
    return invoke(CommentOn.builder(object, comment));
  }

  /** Renames an index. */
  public void renameIndex(String index, String newName) {
    rename(DatabaseObject.index(index), newName);
  }

  /** Renames a view. */
  public void renameView(String view, String newName) {
    rename(DatabaseObject.view(view), newName);
  }

  /** Renames a materialized view. */
  public void renameMaterializedView(String view, String newName) {
    rename(DatabaseObject.materializedView(view), newName);
  }

  /** Renames a sequence. */
  public void renameSequence(String sequence, String newName) {
    rename(DatabaseObject.sequence(sequence), newName);
  }

  /** Renames an enum, a composite type, or a type of another kind. */
  public void renameType(String type, String newName) {
    rename(DatabaseObject.type(type), newName);
  }

  /** Renames a domain. */
  public void renameDomain(String domain, String newName) {
    rename(DatabaseObject.domain(domain), newName);
  }

  /** Renames a schema. */
  public void renameSchema(String schema, String newName) {
    rename(DatabaseObject.schema(schema), newName);
  }

  /** Renames a statistics object. */
  public void renameStatistics(String statistics, String newName) {
    rename(DatabaseObject.statistics(statistics), newName);
  }

  /** Renames a publication. */
  public void renamePublication(String publication, String newName) {
    rename(DatabaseObject.publication(publication), newName);
  }

  /** Renames a function, named by its signature: {@code app.total(integer, text)}. */
  public void renameFunction(String signature, String newName) {
    rename(DatabaseObject.function(signature), newName);
  }

  /** Renames a procedure, named by its signature: {@code app.total(integer, text)}. */
  public void renameProcedure(String signature, String newName) {
    rename(DatabaseObject.procedure(signature), newName);
  }

  /** Renames a constraint of a table. */
  public void renameConstraint(String table, String constraint, String newName) {
    rename(DatabaseObject.constraint(table, constraint), newName);
  }

  /** Renames a constraint of a domain. */
  public void renameDomainConstraint(String domain, String constraint, String newName) {
    rename(DatabaseObject.domainConstraint(domain, constraint), newName);
  }

  /** Renames a trigger. */
  public void renameTrigger(String table, String trigger, String newName) {
    rename(DatabaseObject.trigger(table, trigger), newName);
  }

  /** Renames a policy of a table. */
  public void renamePolicy(String table, String policy, String newName) {
    rename(DatabaseObject.policy(table, policy), newName);
  }

  /** Renames an object of any kind, see {@link DatabaseObject}, within its schema. */
  public void rename(DatabaseObject object, String newName) {
    invoke(new RenameObject(object, newName));
  }

  /** Moves an object to another schema, see {@link DatabaseObject}. */
  public SetSchema.Builder setSchema(DatabaseObject object, String schema) {
    return invoke(SetSchema.builder(object, schema));
  }

  /** Creates a statistics object on columns. */
  public CreateStatistics.Builder createStatistics(
      String statistics, String table, String... columns) {
    return invoke(CreateStatistics.statistics(statistics, table, columns));
  }

  /** Creates a statistics object on columns and expressions. */
  public CreateStatistics.Builder createStatistics(
      String statistics, String table, IndexKey... keys) {
    return invoke(CreateStatistics.statistics(statistics, table, keys));
  }

  /** Sets the target of a statistics object: 0 to 10000, or -1 for the one of its columns. */
  public AlterStatistics.Builder alterStatistics(String statistics, int target) {
    return invoke(AlterStatistics.builder(name(statistics), target));
  }

  /** Drops a statistics object. */
  public DropStatistics.Builder dropStatistics(String statistics) {
    return invoke(DropStatistics.builder(name(statistics)));
  }

  /** Creates a publication of tables and schemas; of all tables by {@code allTables}. */
  public CreatePublication.Builder createPublication(
      String publication, PublicationMember... members) {
    return invoke(CreatePublication.builder(publication, members));
  }

  /** Adds tables and schemas to a publication, or takes them out. */
  public AlterPublication.Builder alterPublication(String publication) {
    return invoke(AlterPublication.builder(publication));
  }

  /** Drops a publication. */
  public DropPublication.Builder dropPublication(String publication) {
    return invoke(DropPublication.builder(publication));
  }

  /** Inserts rows. */
  public BulkInsert.Builder bulkInsert(String table) {
    return invoke(BulkInsert.builder(name(table)));
  }

  /** Updates rows in one statement; what is set and in which rows complete it. */
  public UpdateRows.Builder updateRows(String table) {
    return invoke(UpdateRows.builder(name(table)));
  }

  /** Deletes rows by their key. */
  public DeleteRows.Builder deleteRows(String table) {
    return invoke(DeleteRows.builder(name(table)));
  }

  /**
   * Copies a file of comma separated values into a table.
   *
   * @param location the file: {@code classpath:/db/countries.csv} or {@code
   *     file:/srv/countries.csv}
   * @param columns the columns that it gives, in its order; none for all of the table
   */
  public CopyFrom.Builder copyFrom(String location, String table, String... columns) {
    return invoke(CopyFrom.builder(location, name(table), columns));
  }

  /** Creates a view with this query, as SQL. */
  public CreateView.Builder createView(String view, String query) {
    return invoke(CreateView.builder(name(view), query));
  }

  /** Gives a view without options another query, as SQL. */
  public ReplaceView.Builder replaceView(String view, String query) {
    return replaceView(CreateView.view(view, query));
  }

  /** Replaces a view by another of the same name, with its options. */
  public ReplaceView.Builder replaceView(CreateView.Builder view) {
    return invoke(ReplaceView.builder(view));
  }

  /** Drops a view. */
  public DropView.Builder dropView(String view) {
    return invoke(DropView.builder(name(view)));
  }

  /** Creates a materialized view with this query, as SQL, and fills it. */
  public CreateMaterializedView.Builder createMaterializedView(String view, String query) {
    return invoke(CreateMaterializedView.builder(name(view), query));
  }

  /** Fills a materialized view anew, concurrently when it is in use. */
  public RefreshMaterializedView.Builder refreshMaterializedView(String view) {
    return invoke(RefreshMaterializedView.builder(name(view)));
  }

  /** Drops a materialized view with its indexes. */
  public DropMaterializedView.Builder dropMaterializedView(String view) {
    return invoke(DropMaterializedView.builder(name(view)));
  }

  /**
   * Creates a function. Its signature and its body are taken as SQL:
   *
   * <pre>{@code
   * op.createFunction("app.total(order_id bigint)", "RETURNS numeric LANGUAGE sql AS $$ … $$");
   * }</pre>
   *
   * @throws MigrationsException when the signature has no parentheses, or signature and body do not
   *     make one statement
   */
  public void createFunction(String signature, String body) {
    invoke(CreateRoutine.of(RoutineKind.FUNCTION, signature, body));
  }

  /**
   * Gives a function another body, as SQL.
   *
   * @throws MigrationsException as {@link #createFunction}
   */
  public ReplaceRoutine.Builder replaceFunction(String signature, String body) {
    return invoke(ReplaceRoutine.builder(CreateRoutine.of(RoutineKind.FUNCTION, signature, body)));
  }

  /** Drops a function; its signature is taken as SQL. */
  public DropRoutine.Builder dropFunction(String signature) {
    return invoke(DropRoutine.builder(RoutineKind.FUNCTION, signature));
  }

  /**
   * Creates a procedure. Its signature and its body are taken as SQL:
   *
   * <pre>{@code
   * op.createProcedure("app.archive(before date)", "LANGUAGE sql AS $$ … $$");
   * }</pre>
   *
   * @throws MigrationsException when the signature has no parentheses, or signature and body do not
   *     make one statement
   */
  public void createProcedure(String signature, String body) {
    invoke(CreateRoutine.of(RoutineKind.PROCEDURE, signature, body));
  }

  /**
   * Gives a procedure another body, as SQL.
   *
   * @throws MigrationsException as {@link #createProcedure}
   */
  public ReplaceRoutine.Builder replaceProcedure(String signature, String body) {
    return invoke(ReplaceRoutine.builder(CreateRoutine.of(RoutineKind.PROCEDURE, signature, body)));
  }

  /** Drops a procedure; its signature is taken as SQL. */
  public DropRoutine.Builder dropProcedure(String signature) {
    return invoke(DropRoutine.builder(RoutineKind.PROCEDURE, signature));
  }

  /** Creates a trigger; when, on what and which function it executes complete it. */
  public CreateTrigger.Builder createTrigger(String trigger, String table) {
    return invoke(CreateTrigger.builder(trigger, name(table)));
  }

  /** Replaces a trigger by another of the same name. */
  public ReplaceTrigger.Builder replaceTrigger(CreateTrigger.Builder trigger) {
    return invoke(ReplaceTrigger.builder(trigger));
  }

  /** Drops a trigger. */
  public DropTrigger.Builder dropTrigger(String trigger, String table) {
    return invoke(DropTrigger.builder(trigger, name(table)));
  }

  /** Enables a trigger. */
  public SetTriggerFiring.Builder enableTrigger(String trigger, String table) {
    return invoke(SetTriggerFiring.enable(trigger, name(table)));
  }

  /** Disables a trigger. */
  public SetTriggerFiring.Builder disableTrigger(String trigger, String table) {
    return invoke(SetTriggerFiring.disable(trigger, name(table)));
  }

  /** Creates a rule; what it rewrites and by what complete it. */
  public CreateRule.Builder createRule(String rule, String table) {
    return invoke(CreateRule.builder(rule, name(table)));
  }

  /** Replaces a rule by another of the same name. */
  public ReplaceRule.Builder replaceRule(CreateRule.Builder rule) {
    return invoke(ReplaceRule.builder(rule));
  }

  /** Drops a rule. */
  public DropRule.Builder dropRule(String rule, String table) {
    return invoke(DropRule.builder(rule, name(table)));
  }

  /** Lets policies decide which rows of a table a role sees. */
  public void enableRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(name(table), RowLevelSecurity.Mode.ENABLE));
  }

  /** Lets policies no longer decide which rows of a table a role sees. */
  public void disableRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(name(table), RowLevelSecurity.Mode.DISABLE));
  }

  /** Lets policies apply to the owner of the table as well. */
  public void forceRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(name(table), RowLevelSecurity.Mode.FORCE));
  }

  /** Lets policies no longer apply to the owner of the table. */
  public void noForceRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(name(table), RowLevelSecurity.Mode.NO_FORCE));
  }

  /** Creates a policy: which rows of a table a role sees and writes. */
  public CreatePolicy.Builder createPolicy(String policy, String table) {
    return invoke(CreatePolicy.builder(policy, name(table)));
  }

  /** Changes the roles or the conditions of a policy. */
  public AlterPolicy.Builder alterPolicy(String policy, String table) {
    return invoke(AlterPolicy.builder(policy, name(table)));
  }

  /** Drops a policy. */
  public DropPolicy.Builder dropPolicy(String policy, String table) {
    return invoke(DropPolicy.builder(policy, name(table)));
  }

  /** Grants privileges; on what and to whom complete it. */
  public GrantPrivileges.Builder grant(Privilege... privileges) {
    return invoke(GrantPrivileges.builder(privileges));
  }

  /** Revokes privileges; on what and from whom complete it. */
  public RevokePrivileges.Builder revoke(Privilege... privileges) {
    return invoke(RevokePrivileges.builder(privileges));
  }

  /** Says which privileges objects have that are created later. */
  public AlterDefaultPrivileges.Builder alterDefaultPrivileges() {
    return invoke(AlterDefaultPrivileges.builder());
  }

  /** Changes rows in batches, each a transaction: an update, a deletion or an insertion. */
  public Backfill.Builder backfill(String table) {
    return invoke(Backfill.builder(name(table)));
  }

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
