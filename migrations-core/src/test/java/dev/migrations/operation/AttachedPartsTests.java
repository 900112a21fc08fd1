package dev.migrations.operation;

import static dev.migrations.operation.PartitionBounds.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table needs so that attaching it makes nothing under the lock. */
@PostgresTest
class AttachedPartsTests {

  private static final List<Operation> ATTACH =
      Rendering.recorded(op -> op.attachPartition("o", "p").forValues(from(1).to(100)));

  @BeforeEach
  void aPartitionedTableAndOneWithRows(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE c (id int PRIMARY KEY);
        INSERT INTO c VALUES (1);
        CREATE TABLE o (id int NOT NULL, c int NOT NULL, "Note %" text) PARTITION BY RANGE (id);
        CREATE TABLE p (more int, "Note %" text, c int NOT NULL, id int NOT NULL);
        ALTER TABLE p DROP COLUMN more;
        INSERT INTO p VALUES ('a', 1, 5), ('b', 1, 6);""");
  }

  private static void attach(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(connection, ATTACH);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE o ADD PRIMARY KEY (id) | | index o_pkey",
        "ALTER TABLE o ADD PRIMARY KEY (id) | CREATE UNIQUE INDEX ON p (id) | index o_pkey",
        "CREATE INDEX i ON o (c) | CREATE INDEX ON p (id) | index i",
        "CREATE INDEX i ON o (c) | CREATE UNIQUE INDEX ON p (c, id) | index i",
        "CREATE INDEX i ON o (c) WHERE c > 1 | CREATE INDEX ON p (c) WHERE c > 2 | index i",
        "CREATE INDEX i ON o (lower(\"Note %\")) | CREATE INDEX ON p (upper(\"Note %\")) | index i",
        "CREATE INDEX i ON o (c) INCLUDE (id) | CREATE INDEX ON p (c, id) | index i",
        "ALTER TABLE o ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES c (id) | | foreign key f",
        "ALTER TABLE o ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES c (id)"
            + " | ALTER TABLE p ADD FOREIGN KEY (c) REFERENCES c (id) NOT VALID | foreign key f",
        "ALTER TABLE o ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES c (id)"
            + " | ALTER TABLE p ADD FOREIGN KEY (c) REFERENCES c (id) ON DELETE CASCADE"
            + " | foreign key f",
      })
  void aTableThatLacksSomethingIsRefused(String parent, String own, String lacks, TestDatabase db) {
    db.execute(parent);
    if (own != null) {
      db.execute(own);
    }

    assertThatThrownBy(() -> attach(db))
        .hasMessageContaining("table p lacks what o has: " + lacks + ";")
        .hasMessageContaining("blocking form");
    assertThat(db.column("SELECT conname FROM pg_constraint WHERE conname = 'p_bounds'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE %s ADD PRIMARY KEY (id)",
        "CREATE INDEX ON %s (c, \"Note %%\" COLLATE \"C\") WHERE c > 0",
        "CREATE INDEX ON %s USING hash (lower(\"Note %%\"))",
        "CREATE INDEX ON %s (\"Note %%\" text_pattern_ops) INCLUDE (c)",
        "ALTER TABLE %s ADD UNIQUE (c, id)",
        "ALTER TABLE %s ADD FOREIGN KEY (c) REFERENCES c (id) ON DELETE CASCADE",
      })
  void aTableThatHasTheSameKeepsIt(String both, TestDatabase db) throws SQLException {
    db.execute(both.formatted("o"));
    db.execute(both.formatted("p"));
    String parts =
        "SELECT indexrelid::text FROM pg_index WHERE indrelid = 'p'::regclass UNION ALL"
            + " SELECT conname FROM pg_constraint WHERE conrelid = 'p'::regclass AND contype = 'f'"
            + " ORDER BY 1";
    List<String> before = db.column(parts);

    attach(db);

    assertThat(db.column(parts)).isEqualTo(before);
    assertThat(db.value("SELECT count(*) FROM o")).isEqualTo("2");
  }

  @Test
  void anEmptyTableMayLackAnything(TestDatabase db) throws SQLException {
    db.execute("ALTER TABLE o ADD PRIMARY KEY (id)");
    db.execute("TRUNCATE p");

    attach(db);

    assertThat(
            db.column(
                "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'p'::regclass"))
        .containsExactly("p_pkey");
  }
}
