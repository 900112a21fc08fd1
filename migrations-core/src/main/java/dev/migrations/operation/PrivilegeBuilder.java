package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a {@link GrantPrivileges} or {@link RevokePrivileges} is on. Names are read by {@link
 * QualifiedName#parse}; signatures of functions and procedures are SQL.
 *
 * @param <B> the builder itself
 * @since 0.1.0
 */
public abstract sealed class PrivilegeBuilder<B extends PrivilegeBuilder<B>>
    implements OperationBuilder permits GrantPrivileges.Builder, RevokePrivileges.Builder {

  private final List<Privilege> privileges;
  private @Nullable PrivilegeTarget target;

  PrivilegeBuilder(Privilege... privileges) {
    this.privileges = List.of(privileges);
  }

  abstract B self();

  /** On tables, views, materialized views or foreign tables. */
  public B onTable(String... tables) {
    return on(PrivilegeTarget.named("TABLE", List.of(tables)));
  }

  /** On columns of a table. */
  public B onColumns(String table, String... columns) {
    return on(PrivilegeTarget.columnsOf(table, columns));
  }

  /** On sequences. */
  public B onSequence(String... sequences) {
    return on(PrivilegeTarget.named("SEQUENCE", List.of(sequences)));
  }

  /** On types or domains. */
  public B onType(String... types) {
    return on(PrivilegeTarget.named("TYPE", List.of(types)));
  }

  /** On a schema. */
  public B onSchema(String schema) {
    return on(PrivilegeTarget.quoted("SCHEMA", schema));
  }

  /** On a database. */
  public B onDatabase(String database) {
    return on(PrivilegeTarget.quoted("DATABASE", database));
  }

  /** On a function: {@code "app.total(bigint)"}. */
  public B onFunction(String signature) {
    return on(PrivilegeTarget.routine(RoutineKind.FUNCTION, signature));
  }

  /** On a procedure: {@code "app.archive(date)"}. */
  public B onProcedure(String signature) {
    return on(PrivilegeTarget.routine(RoutineKind.PROCEDURE, signature));
  }

  /** On all tables and views that are in the schema by then; not on later ones. */
  public B onAllTablesInSchema(String schema) {
    return on(PrivilegeTarget.quoted("ALL TABLES IN SCHEMA", schema));
  }

  /** On all sequences that are in the schema by then; not on later ones. */
  public B onAllSequencesInSchema(String schema) {
    return on(PrivilegeTarget.quoted("ALL SEQUENCES IN SCHEMA", schema));
  }

  /** On all functions and procedures that are in the schema by then; not on later ones. */
  public B onAllRoutinesInSchema(String schema) {
    return on(PrivilegeTarget.quoted("ALL ROUTINES IN SCHEMA", schema));
  }

  private B on(PrivilegeTarget object) {
    this.target = object;
    return self();
  }

  List<Privilege> privileges() {
    return privileges;
  }

  PrivilegeTarget target() {
    if (target == null) {
      throw new MigrationsException(
          "It is not said on what " + privileges + " are granted or revoked.",
          "Call onTable(…), onSchema(…) or another of these.");
    }
    return target;
  }
}
