package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.SplitterCorpus.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server is asked how many statements it sees in a text, and what each of them answers. */
@PostgresTest
class SqlSplitterServerTests {

  private List<Entry> corpus;

  @BeforeEach
  void readCorpus(TestDatabase db) {
    int server = Integer.parseInt(db.value("SHOW server_version_num")) / 10_000;
    corpus = SplitterCorpus.read().stream().filter(entry -> entry.since() <= server).toList();
    db.execute("CREATE TABLE t (id int); CREATE TABLE u (id int); INSERT INTO t VALUES (7)");
  }

  @Test
  void theServerSeesTheSameStatements(TestDatabase db) throws Exception {
    assertThat(corpus).hasSizeGreaterThan(380);
    List<String> wrong = new ArrayList<>();
    try (Connection connection = db.connect()) {
      SplitterJudge judge = new SplitterJudge(connection);
      for (Entry entry : corpus) {
        try {
          judge.check(entry.text());
        } catch (AssertionError error) {
          wrong.add(entry.note() + ": " + error.getMessage());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What the driver cuts in two all the same; an error of the server is what comes of it. */
  private static final Set<String> LOST_ON_THE_DRIVER =
      Set.of("a tag beyond the basic plane", "atomic in lower case and without spaces");

  /** The driver looks for statements itself, in what is one to the server. */
  @Test
  void theDriverSendsAStatementAsItIs(TestDatabase db) throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Connection raw = db.connect();
        Connection connection = db.connect()) {
      RawQuery server = new RawQuery(raw);
      connection.setAutoCommit(false);
      for (Entry entry : corpus) {
        server.simple("BEGIN");
        if (!server.simple(entry.text()).isRefused()) {
          server.simple("ROLLBACK; DEALLOCATE ALL");
          try {
            DriverCheck.run(connection, entry.text());
          } catch (AssertionError | SQLException error) {
            if (!LOST_ON_THE_DRIVER.contains(entry.note())) {
              wrong.add(entry.note() + ": " + error.getMessage());
            }
          }
          connection.rollback();
        }
        server.simple("ROLLBACK; DEALLOCATE ALL");
      }
    }
    assertThat(wrong).isEmpty();
  }
}
