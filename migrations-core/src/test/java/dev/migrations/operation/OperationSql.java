package dev.migrations.operation;

import dev.migrations.sql.LockLink;
import dev.migrations.sql.LockMode;
import dev.migrations.sql.LockTarget;
import dev.migrations.sql.SqlStatement;
import dev.migrations.sql.StatementLocks;
import dev.migrations.sql.TableLock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of operations with the locks that they take, as one reads them in the docs. */
final class OperationSql {

  private static final List<Integer> SERVERS = List.of(14, 15, 16, 17, 18);

  private static final Pattern DECLARATIONS =
      Pattern.compile("(?<=^DO [$]do[$]\n)DECLARE\n.*?\nBEGIN", Pattern.DOTALL);

  /** A condition under which a block does nothing but fail; its groups are indent and message. */
  private static final Pattern FAILURES =
      Pattern.compile(
          "^( *)IF (?:(?!THEN\\n).)*THEN\\n *RAISE EXCEPTION '((?:[^']|''|'\\s+')*)'(?:(?!END IF;).)*END IF;$",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** What a statement locks as surely as if it named it. */
  private static final Set<LockLink> SHOWN =
      EnumSet.of(
          LockLink.REPLACED,
          LockLink.TABLE_OF_INDEX,
          LockLink.TABLE_OF_STATISTICS,
          LockLink.DEFAULT_PARTITION,
          LockLink.USING_DOMAIN);

  private final List<Operation> operations;

  OperationSql(List<Operation> operations) {
    this.operations = operations;
  }

  /** On tables in use: the SQL by the servers that are sent it; those that refuse it are absent. */
  Map<String, List<Integer>> onTablesInUse() {
    return byServer(List.of());
  }

  /** On tables that the same revision created. */
  Map<String, List<Integer>> onNewTables() {
    return byServer(tables().stream().map(NewTable::new).map(Operation.class::cast).toList());
  }

  private Map<String, List<Integer>> byServer(List<Operation> before) {
    List<Operation> all = Stream.concat(before.stream(), operations.stream()).toList();
    Map<String, List<Integer>> servers = new LinkedHashMap<>();
    for (int server : SERVERS) {
      try {
        servers
            .computeIfAbsent(sql(UnitWriter.units(all, server)), sql -> new ArrayList<>())
            .add(server);
      } catch (RefusedOperationsException refused) {
        if (!refused.getMessage().contains("needs PostgreSQL")) {
          throw refused;
        }
      }
    }
    return servers;
  }

  private Set<QualifiedName> tables() {
    Set<String> tables = new TreeSet<>();
    for (Unit unit : UnitWriter.unitsForOldestServer(operations)) {
      for (Command command : unit.commands()) {
        if (command instanceof Command.Sql sql) {
          new SqlStatement(sql.sql(), 0)
              .locks().locks().stream()
                  .map(TableLock::target)
                  .filter(LockTarget.Named.class::isInstance)
                  .forEach(target -> tables.add(target.description()));
        }
      }
    }
    return tables.stream().map(QualifiedName::parse).collect(Collectors.toSet());
  }

  private static String sql(List<Unit> units) {
    return units.stream().map(OperationSql::sql).collect(Collectors.joining("\n\n"));
  }

  private static String sql(Unit unit) {
    String where = "";
    if (unit instanceof Unit.OutsideTransaction) {
      where = "-- outside a transaction\n";
    } else if (unit instanceof Unit.Batches) {
      where = "-- in batches, each a transaction\n";
    }
    return where
        + unit.commands().stream().map(OperationSql::sql).collect(Collectors.joining("\n"));
  }

  private static String sql(Command command) {
    if (command instanceof Command.Sql sql) {
      return locks(new SqlStatement(sql.sql(), 0).locks()) + shortened(sql.sql()) + ';';
    }
    return "-- " + ((Command.Code) command).description();
  }

  /** Those of the tables that it names; what hangs on those is told by the head of the page. */
  private static String locks(StatementLocks locks) {
    Stream<String> named =
        locks.locks().stream().filter(lock -> isShown(lock.target())).map(OperationSql::lock);
    Stream<String> unknown = locks.unknown().stream().map(what -> "-- locks not known: " + what);
    return Stream.concat(named, unknown)
        .distinct()
        .map(line -> line + '\n')
        .collect(Collectors.joining());
  }

  private static boolean isShown(LockTarget target) {
    return !(target instanceof LockTarget.Linked linked) || SHOWN.contains(linked.link());
  }

  private static String lock(TableLock lock) {
    LockMode mode = lock.mode();
    return "-- %s on %s: %s".formatted(mode.sql(), lock.target().description(), mode.effect());
  }

  /**
   * Without the declarations of a block, which say how it finds its tables, and with the messages
   * of its failures alone.
   */
  private static String shortened(String sql) {
    String plain = sql.startsWith("DO ") ? withoutItsSchema(sql) : sql;
    String body = DECLARATIONS.matcher(plain).replaceFirst("DECLARE …\nBEGIN");
    return FAILURES
        .matcher(body)
        .replaceAll(
            failure ->
                Matcher.quoteReplacement(
                    failure.group(1) + "-- or it fails: " + joined(failure.group(2))));
  }

  /** As one would write it where nobody else may create functions and operators. */
  private static String withoutItsSchema(String sql) {
    return sql.replaceAll("OPERATOR\\(pg_catalog\\.([^)]+)\\)", "$1")
        .replaceAll("(?<![\\w'.])pg_catalog\\.(\\w+)(?=\\()", "$1")
        .replaceAll("::pg_catalog\\.", "::");
  }

  /** Literals that stand below each other are one. */
  private static String joined(String literals) {
    return literals.replaceAll("'\\s+'", "");
  }

  private record NewTable(QualifiedName table) implements Operation {
    @Override
    public void writeTo(UnitWriter units) {
      units.created(table);
    }

    @Override
    public Reversal reversal() {
      return Reversal.impossible("it is only for the docs");
    }

    @Override
    public String summary() {
      return "new table " + table;
    }
  }
}
