package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery.PartitionDetach;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition that an earlier run began to detach. */
@PostgresTest
class PartitionRecoveryTests {

  private static final PartitionDetach DETACH =
      new PartitionDetach(QualifiedName.parse("Orders"), QualifiedName.parse("p 1"));

  private static final String STATEMENT =
      "ALTER TABLE \"Orders\" DETACH PARTITION \"p 1\" CONCURRENTLY";

  @BeforeEach
  void aPartition(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE "Orders" (id int) PARTITION BY LIST (id);
        CREATE TABLE "p 1" PARTITION OF "Orders" FOR VALUES IN (1);
        """);
  }

  @Test
  void isDetachedWhenItIsStillOne(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      assertThat(new PartitionRecovery(connection).isDone(DETACH, true)).isFalse();
    }
  }

  @Test
  void isDoneOnlyWhenAnEarlierRunStartedIt(TestDatabase db) throws SQLException {
    db.execute("ALTER TABLE \"Orders\" DETACH PARTITION \"p 1\"");
    try (Connection connection = db.connect()) {
      assertThat(new PartitionRecovery(connection).isDone(DETACH, true)).isTrue();
      assertThat(new PartitionRecovery(connection).isDone(DETACH, false)).isFalse();
    }
  }

  @Test
  void isFinalizedWhenItIsHalfDetached(TestDatabase db) throws SQLException {
    try (Connection reader = db.connect();
        Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      reader.setAutoCommit(false);
      reader.createStatement().executeQuery("SELECT * FROM \"Orders\"");
      statement.execute("SET statement_timeout = 1000");
      assertThatThrownBy(() -> statement.execute(STATEMENT)).hasMessageContaining("timeout");
      reader.rollback();
      statement.execute("RESET statement_timeout");
      assertThat(db.value("SELECT inhdetachpending::text FROM pg_inherits")).isEqualTo("true");

      assertThat(new PartitionRecovery(connection).isDone(DETACH, false)).isTrue();

      assertThat(db.value("SELECT count(*)::text FROM pg_inherits")).isEqualTo("0");
    }
  }
}
