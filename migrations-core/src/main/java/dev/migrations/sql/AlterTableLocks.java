package dev.migrations.sql;

import java.util.Set;

/**
 * What one action of {@code ALTER TABLE} locks: a table, and with it mostly its partitions and
 * children. Without a word to the contrary on the manual's page the lock is {@code ACCESS
 * EXCLUSIVE}.
 */
final class AlterTableLocks {

  /** Of the storage parameters these alone change what plans and queries mean. */
  private static final Set<String> STRICT_PARAMETERS =
      Set.of("user_catalog_table", "security_barrier", "security_invoker", "check_option");

  private static final Set<String> LENIENT_PREFIXES =
      Set.of(
          "fillfactor", "autovacuum_", "toast", "parallel_workers", "vacuum_", "log_autovacuum_");

  private final RelationName table;
  private final boolean only;
  private final SqlCursor at;
  private final Locks locks;

  AlterTableLocks(RelationName table, boolean only, SqlCursor at, Locks locks) {
    this.table = table;
    this.only = only;
    this.at = at;
    this.locks = locks;
  }

  void read() {
    String action = at.lowerCase();
    at.advance();
    switch (action) {
      case "add" -> add();
      case "alter" -> alter();
      case "drop" -> drop();
      case "rename" -> rename();
      case "validate" -> validate();
      case "set" -> set();
      case "reset" -> parameters();
      case "cluster" -> alone(LockMode.SHARE_UPDATE_EXCLUSIVE);
      case "enable", "disable" -> enable();
      case "attach" -> attach();
      case "detach" -> detach();
      case "inherit" -> {
        alone(LockMode.ACCESS_EXCLUSIVE);
        locks.add(at.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      }
      case "no", "force", "owner", "replica", "of", "not" -> alone(LockMode.ACCESS_EXCLUSIVE);
      default -> all(LockMode.ACCESS_EXCLUSIVE);
    }
  }

  private void alone(LockMode mode) {
    locks.add(table, mode);
  }

  private void all(LockMode mode) {
    locks.add(table, mode);
    if (!only) {
      locks.add(LockLink.DESCENDANTS, table, mode);
    }
  }

  private void add() {
    evaluated();
    at.skip("column");
    at.skip("if", "not", "exists");
    SqlCursor definition = new SqlCursor(at.rest());
    if (at.skip("constraint")) {
      at.name();
    }
    if (at.at("foreign")) {
      all(LockMode.SHARE_ROW_EXCLUSIVE);
    } else if (at.at("unique") || at.at("primary")) {
      alone(LockMode.ACCESS_EXCLUSIVE);
      locks.add(LockLink.PARTITIONS, table, LockMode.ACCESS_EXCLUSIVE);
    } else {
      all(LockMode.ACCESS_EXCLUSIVE);
    }
    ForeignKeyReader.read(definition, table, locks);
  }

  /** Expressions of the action that run for the rows that are there. */
  private void evaluated() {
    FunctionCalls.read(new SqlCursor(at.rest()), locks);
  }

  private void alter() {
    if (at.skip("constraint")) {
      String constraint = at.name();
      all(LockMode.ACCESS_EXCLUSIVE);
      at.skip("not");
      if (at.at("enforced")) {
        locks.add(LockLink.REFERENCED_BY_CONSTRAINT, table, constraint, LockMode.ACCESS_EXCLUSIVE);
      }
      return;
    }
    at.skip("column");
    String column = columnName();
    if (at.skip("type")) {
      changeType(column);
    } else if (at.skip("reset")) {
      all(LockMode.SHARE_UPDATE_EXCLUSIVE);
    } else if (at.skip("set")) {
      if (at.skip("data")) {
        changeType(column);
      } else {
        if (at.at("expression")) {
          evaluated();
        }
        boolean lenient = at.at("statistics") || at.atSymbol('(');
        all(lenient ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
      }
    } else {
      all(LockMode.ACCESS_EXCLUSIVE);
    }
  }

  /** A column of an index has a number. */
  private String columnName() {
    String name = at.name();
    if (name == null) {
      name = at.lowerCase();
      at.advance();
    }
    return name;
  }

  private void changeType(String column) {
    evaluated();
    all(LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.FOREIGN_KEYS_OF_COLUMN, table, column, LockMode.ACCESS_EXCLUSIVE);
  }

  private void drop() {
    all(LockMode.ACCESS_EXCLUSIVE);
    boolean constraint = at.skip("constraint");
    at.skip("column");
    at.skip("if", "exists");
    String name = at.name();
    locks.add(
        constraint ? LockLink.FOREIGN_KEYS_OF_CONSTRAINT : LockLink.FOREIGN_KEYS_OF_COLUMN,
        table,
        name,
        LockMode.ACCESS_EXCLUSIVE);
    if (name != null) {
      locks.change(
          constraint
              ? new NameChange.ConstraintDropped(table, name)
              : new NameChange.ColumnDropped(table, name));
    }
    at.skip("restrict");
    if (at.at("cascade")) {
      locks.unknown("what depends on it and goes with CASCADE");
    }
  }

  private void rename() {
    if (!at.skip("to")) {
      all(LockMode.ACCESS_EXCLUSIVE);
      at.skipOneOf("column", "constraint");
      String from = at.name();
      String to = at.skip("to") ? at.name() : null;
      if (from != null && to != null) {
        locks.change(new NameChange.PartRenamed(table, from, to));
      }
      return;
    }
    alone(LockMode.ACCESS_EXCLUSIVE);
    String name = at.name();
    if (name != null) {
      locks.change(new NameChange.Renamed(table, table.sibling(name)));
    }
  }

  private void validate() {
    at.skip("constraint");
    all(LockMode.SHARE_UPDATE_EXCLUSIVE);
    locks.add(LockLink.REFERENCED_BY_CONSTRAINT, table, at.name(), LockMode.ROW_SHARE);
  }

  private void set() {
    if (at.atSymbol('(')) {
      parameters();
      return;
    }
    if (at.skip("without", "cluster")) {
      alone(LockMode.SHARE_UPDATE_EXCLUSIVE);
      return;
    }
    alone(LockMode.ACCESS_EXCLUSIVE);
    if (at.skip("schema")) {
      String schema = at.name();
      if (schema != null) {
        locks.change(new NameChange.Renamed(table, new RelationName(schema, table.name())));
      }
    }
  }

  private void parameters() {
    LockMode mode = LockMode.SHARE_UPDATE_EXCLUSIVE;
    at.skipSymbol('(');
    while (!at.atEnd() && !at.atSymbol(')')) {
      String parameter = at.lowerCase();
      if (STRICT_PARAMETERS.contains(parameter)
          || LENIENT_PREFIXES.stream().noneMatch(parameter::startsWith)) {
        mode = LockMode.ACCESS_EXCLUSIVE;
      }
      at.skipToCommaOrParenthesis();
      at.skipSymbol(',');
    }
    alone(mode);
  }

  private void enable() {
    at.skipOneOf("always", "replica");
    if (at.at("trigger")) {
      all(LockMode.SHARE_ROW_EXCLUSIVE);
    } else {
      alone(LockMode.ACCESS_EXCLUSIVE);
    }
  }

  private void attach() {
    at.skip("partition");
    RelationName partition = at.relation();
    alone(LockMode.SHARE_UPDATE_EXCLUSIVE);
    locks.add(partition, LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.DESCENDANTS, partition, LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.DEFAULT_PARTITIONS, table, LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.FOREIGN_KEYS_FROM, table, LockMode.SHARE_ROW_EXCLUSIVE);
    locks.add(LockLink.FOREIGN_KEYS_TO, table, LockMode.SHARE_ROW_EXCLUSIVE);
    if (partition != null) {
      locks.change(new NameChange.Partition(partition, table, at.at("default")));
    }
    evaluated();
  }

  /** The concurrent form locks the partition out at its very end only. */
  private void detach() {
    at.skip("partition");
    RelationName partition = at.relation();
    boolean gentle = at.at("concurrently") || at.at("finalize");
    alone(gentle ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
    locks.add(partition, LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.PARTITIONS, partition, LockMode.ACCESS_EXCLUSIVE);
    locks.add(LockLink.FOREIGN_KEYS_FROM, table, LockMode.SHARE_ROW_EXCLUSIVE);
    locks.add(LockLink.FOREIGN_KEYS_TO, table, LockMode.ACCESS_EXCLUSIVE);
    if (!gentle) {
      locks.add(LockLink.DEFAULT_PARTITION, table, LockMode.ACCESS_EXCLUSIVE);
    }
  }
}
