package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.ConcurrentIndex;
import dev.migrations.sql.DetachedPartition;
import dev.migrations.sql.RelationName;
import dev.migrations.sql.SessionSetting;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import dev.migrations.sql.SqlTextException;
import java.util.List;

/**
 * Executes SQL as it is written. A statement that PostgreSQL refuses inside a transaction block is
 * a unit of its own; {@code ALTER TYPE … ADD VALUE} ends its unit, so that what follows may use the
 * value.
 *
 * @param statements the statements
 * @since 0.1.0
 */
public record ExecuteSql(List<SqlStatement> statements) implements Operation {

  /**
   * Checks the statements.
   *
   * @throws MigrationsException when there is none, one of them begins, ends or divides a
   *     transaction or changes how strings are read, or one builds an index concurrently without
   *     naming it
   */
  public ExecuteSql {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new MigrationsException("There is no SQL to execute.", "Write at least one statement.");
    }
    for (SqlStatement statement : statements) {
      if (statement.controlsTransaction()) {
        throw new SqlTextException(
            statement.line(),
            "'" + statement.summary() + "' begins, ends or divides a transaction",
            "Leave it out: each unit of a revision has a transaction already.");
      }
      if (SessionSetting.changesStrings(statement.text())) {
        throw new SqlTextException(
            statement.line(),
            "'" + statement.summary() + "' has strings read in another way",
            "Leave it out, and write strings with escapes as E'…': the text was cut into statements"
                + " with standard_conforming_strings on.");
      }
      if (isConcurrentBuildWithoutName(statement)) {
        throw new SqlTextException(
            statement.line(),
            "'" + statement.summary() + "' gives the index no name",
            "Name the index, so that a build that was interrupted can be found and repeated.");
      }
    }
  }

  /**
   * The statements of a script.
   *
   * @throws MigrationsException when a quote, comment or parenthesis is never closed
   */
  public static ExecuteSql of(String script) {
    return new ExecuteSql(
        SqlSplitter.split(script).stream()
            .map(statement -> new SqlStatement(statement.text(), 0, statement.copyData()))
            .toList());
  }

  /**
   * One statement.
   *
   * @throws MigrationsException when it controls the transaction, or builds an index concurrently
   *     without naming it
   */
  public static ExecuteSql of(SqlStatement statement) {
    return new ExecuteSql(List.of(statement));
  }

  private static boolean isConcurrentBuildWithoutName(SqlStatement statement) {
    return statement.refusesTransaction()
        && statement.concurrentIndex().orElse(null) instanceof ConcurrentIndex.Build build
        && build.index() == null;
  }

  @Override
  public void writeTo(UnitWriter units) {
    for (SqlStatement statement : statements) {
      Command.Sql command = Command.Sql.of(statement);
      if (statement.refusesTransaction()) {
        Recovery recovery = recovery(statement);
        units.outsideTransaction(command, recovery);
        if (recovery instanceof Recovery.IndexBuild build) {
          units.undoneBy(new DropIndex(build.index(), build.table(), true, null, false));
        } else if (recovery instanceof Recovery.IndexRebuild) {
          units.undoneByNothing();
        }
      } else if (statement.addsEnumValue()) {
        units.enumValue(command);
      } else {
        units.add(command);
      }
    }
  }

  private static Recovery recovery(SqlStatement statement) {
    DetachedPartition detached = statement.detachedPartition().orElse(null);
    if (detached != null) {
      return new Recovery.PartitionDetach(name(detached.parent()), name(detached.partition()));
    }
    ConcurrentIndex index = statement.concurrentIndex().orElse(null);
    if (index instanceof ConcurrentIndex.Drop drop) {
      return new Recovery.IndexDrop(QualifiedName.of(drop.schema(), drop.index()));
    }
    if (index instanceof ConcurrentIndex.Rebuild rebuild) {
      return new Recovery.IndexRebuild(QualifiedName.of(rebuild.schema(), rebuild.name()));
    }
    if (index instanceof ConcurrentIndex.Build build) {
      String name = build.index();
      if (name != null) {
        return new Recovery.IndexBuild(
            QualifiedName.of(build.schema(), name),
            QualifiedName.of(build.schema(), build.table()),
            build.unique(),
            build.definition());
      }
    }
    return new Recovery.RunAgain();
  }

  private static QualifiedName name(RelationName name) {
    return QualifiedName.of(name.schema(), name.name());
  }

  @Override
  public Reversal reversal() {
    return Reversal.impossible("what undoes plain SQL is not known");
  }

  @Override
  public String summary() {
    return "execute "
        + statements.get(0).summary()
        + (statements.size() == 1 ? "" : " and " + (statements.size() - 1) + " more");
  }
}
