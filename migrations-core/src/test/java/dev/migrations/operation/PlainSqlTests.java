package dev.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSqlTests {

  private final Operations op = new Operations();

  @Test
  void statementsGoToTheUnitsThatTheyNeed() {
    assertThat(
            Rendering.inUse(
                18,
                author -> {
                  author.execute("CREATE TYPE mood AS ENUM ('a;b'); SELECT 1;");
                  author.execute("CREATE INDEX CONCURRENTLY ix ON app.t (a)");
                  author.execute("SELECT 2");
                }))
        .containsExactly(
            "CREATE TYPE mood AS ENUM ('a;b') ; SELECT 1",
            "outside: CREATE INDEX CONCURRENTLY ix ON app.t (a)",
            "SELECT 2");
  }

  @Test
  void aConcurrentIndexIsRecoveredAsOneThatAnOperationBuilds() {
    op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix ON app.t (a) WHERE a > 0");
    op.execute("DROP INDEX CONCURRENTLY app.ix");
    op.execute("VACUUM");
    assertThat(UnitWriter.units(op.recorded(), 18))
        .extracting(unit -> ((Unit.OutsideTransaction) unit).recovery())
        .containsExactly(
            new Recovery.IndexBuild(
                QualifiedName.of("app", "ix"),
                QualifiedName.of("app", "t"),
                true,
                "(a) WHERE a > 0"),
            new Recovery.IndexDrop(QualifiedName.of("app", "ix")),
            new Recovery.RunAgain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " -- nothing", "BEGIN", "SELECT 1; COMMIT", "SELECT 'open"})
  void whatCannotBeExecutedIsRefused(String sql) {
    assertThatThrownBy(() -> op.execute(sql)).isInstanceOf(MigrationsException.class);
  }
}
