package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.ConnectionWork;
import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the code of a revision can throw, and what must not come of it. */
@PostgresTest
class CodeFailureTests {

  @Revision(id = "r1", message = "Code")
  private record Code(ConnectionWork work) implements Migration {

    @Override
    public void upgrade(Operations op) {
      op.execute("CREATE TABLE t (a int)");
      op.run("the code", work);
    }

    @Override
    public void downgrade(Operations op) {
      op.execute("DROP TABLE t");
    }
  }

  @Test
  void anErrorLeavesNoTransactionOpen(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      Migrations migrations =
          migrations(
              new SingleConnectionDataSource(connection, true),
              code -> {
                throw new NoClassDefFoundError("com/example/Customer");
              });

      Throwable failure = catchThrowable(() -> migrations.upgrade("head"));

      assertThat(failure).isInstanceOf(NoClassDefFoundError.class);
      assertThat(connection.getAutoCommit()).isTrue();
      connection.createStatement().execute("CREATE TABLE after_it ()");
      assertThat(db.value("SELECT to_regclass('after_it')")).isEqualTo("after_it");
      assertThat(db.value("SELECT to_regclass('t')")).isNull();
    }
  }

  /** Kotlin and Groovy do not make anybody declare them. */
  @Test
  void aCheckedExceptionThatIsNotDeclaredIsReportedAsAnyOther(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      Migrations migrations =
          migrations(
              new SingleConnectionDataSource(connection, true),
              code ->
                  CodeFailureTests.<RuntimeException>throwUndeclared(new IOException("no file")));

      RevisionFailedException failure =
          catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.description()).contains("no file").contains("code \"the code\"");
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(migrations.overview().history().get(0).outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void aMessageThatPostgresCannotStoreDoesNotHideTheFailure(TestDatabase db) {
    Migrations migrations =
        migrations(
            db.dataSource(),
            code -> {
              throw new IllegalStateException("bad byte \0 in row 7");
            });

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.description()).contains("in row 7");
    assertThat(migrations.overview().history().get(0).error()).contains("in row 7");
  }

  @Test
  void aLockThatSpringTranslatedIsTriedAgainToo(TestDatabase db) throws SQLException {
    db.execute("CREATE TABLE busy ()");
    try (Connection holder = db.connect()) {
      LockHolder.holdTable(holder, "busy");
      Migrations migrations =
          migrations(
              db.dataSource(),
              code ->
                  new JdbcTemplate(new SingleConnectionDataSource(code, true))
                      .execute("ALTER TABLE busy ADD COLUMN a int"));

      RevisionFailedException failure =
          catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.action()).contains("tried 3 times");
      holder.rollback();
    }
  }

  @Test
  void aFailureThatTheCodeSwallowedIsLaidToTheCode(TestDatabase db) {
    Migrations migrations =
        migrations(
            db.dataSource(),
            code -> {
              try (Statement statement = code.createStatement()) {
                statement.execute("INSERT INTO nowhere VALUES (1)");
              } catch (SQLException ignored) {
                return;
              }
            });

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.description()).contains("code \"the code\"");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception exception) throws E {
    throw (E) exception;
  }

  private static Migrations migrations(DataSource dataSource, ConnectionWork work) {
    return new Migrations(
        dataSource,
        RevisionScripts.load(
            List.of(), List.of(new Code(work)), CodeFailureTests.class.getClassLoader()),
        SqlRevisions.settings(),
        List.of());
  }
}
