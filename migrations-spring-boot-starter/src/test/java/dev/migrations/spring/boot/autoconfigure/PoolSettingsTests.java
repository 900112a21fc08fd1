package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** Whatever the pool does to its one connection, revisions run on it, and find it so afterwards. */
@PostgresTest
class PoolSettingsTests {

  private static final String STATE =
      """
      SELECT concat_ws(', ', current_setting('default_transaction_isolation'),
        current_setting('transaction_read_only'), current_setting('search_path'))""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "read-only=true | read committed, on, \"$user\", public | public",
        "auto-commit=false | read committed, off, \"$user\", public | public",
        "transaction-isolation=TRANSACTION_SERIALIZABLE | serializable, off, \"$user\", public | public",
        "transaction-isolation=TRANSACTION_REPEATABLE_READ | repeatable read, off, \"$user\", public | public",
        "schema=app | read committed, off, app | app",
        "connection-init-sql=SET search_path = missing, app | read committed, off, missing, app | app",
        "connection-init-sql=SET default_transaction_isolation = 'serializable' | serializable, off, \"$user\", public | public",
        "data-source-properties.options=-c idle_session_timeout=60s | read committed, off, \"$user\", public | public",
      })
  void thePoolKeepsItsSettings(String property, String state, String schema, TestDatabase db) {
    db.execute("CREATE SCHEMA app");
    shop(db)
        .withPropertyValues("spring.datasource.hikari." + property)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(Migrations.class).status().isAtHead()).isTrue();
              assertThat(state(context)).isEqualTo(state);
            });
    assertThat(
            db.column("SELECT schemaname FROM pg_tables WHERE tablename IN ('customer', 'orders')"))
        .containsOnly(schema);
    assertThat(db.value("SELECT count(*) FROM %s.migrations_history".formatted(schema)))
        .isEqualTo("2");
  }

  private static String state(AssertableApplicationContext context) throws SQLException {
    try (Connection connection = context.getBean(DataSource.class).getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      // Where the driver says that a transaction is for reading only, it says so with its BEGIN.
      connection.setAutoCommit(false);
      try (ResultSet result = connection.createStatement().executeQuery(STATE)) {
        result.next();
        return result.getString(1);
      } finally {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    }
  }
}
