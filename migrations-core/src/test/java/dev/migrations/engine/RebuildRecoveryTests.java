package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery.IndexRebuild;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a concurrent rebuild left that was killed. */
@PostgresTest
class RebuildRecoveryTests {

  @ParameterizedTest
  @ValueSource(strings = {"Orders", "ix"})
  void onlyItsInvalidIndexesAreDropped(String name, TestDatabase db) throws SQLException {
    db.execute(
        """
        CREATE TABLE "Orders" (id int);
        CREATE TABLE other (id int);
        CREATE INDEX ix ON "Orders" (id);
        CREATE INDEX "ix_ccnew" ON "Orders" (id);
        CREATE INDEX "ix_ccold1" ON "Orders" (id);
        CREATE INDEX "valid_ccnew" ON "Orders" (id);
        CREATE INDEX "mine" ON "Orders" (id);
        CREATE INDEX "other_ccnew" ON other (id);
        UPDATE pg_index SET indisvalid = false WHERE indexrelid IN ('ix_ccnew'::regclass,
          'ix_ccold1'::regclass, 'mine'::regclass, 'other_ccnew'::regclass);
        """);
    try (Connection connection = db.connect()) {
      new RebuildRecovery(connection).clear(new IndexRebuild(QualifiedName.parse(name)));
    }
    assertThat(
            db.column(
                "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace ="
                    + " 'public'::regnamespace ORDER BY 1"))
        .containsExactly("ix", "mine", "other_ccnew", "valid_ccnew");
  }
}
