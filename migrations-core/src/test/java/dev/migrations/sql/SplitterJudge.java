package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.sql.RawQuery.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares what the splitter makes of a text with what the server makes of it. Nothing that the
 * texts do is kept.
 */
final class SplitterJudge {

  private final RawQuery server;

  SplitterJudge(Connection connection)
      throws SQLException, IOException, ReflectiveOperationException {
    this.server = new RawQuery(connection);
    prepare();
  }

  /** Tables that the texts may use; whatever was there before is gone. */
  void prepare() throws IOException {
    assertThat(server.simple("DISCARD ALL").error()).isEmpty();
    Answer answer =
        server.simple(
            "DROP SCHEMA IF EXISTS public, s, begin CASCADE; CREATE SCHEMA public;"
                + "CREATE TABLE t (id int); CREATE TABLE u (id int); INSERT INTO t VALUES (7)");
    assertThat(answer.error()).isEmpty();
  }

  /** What the server accepts is cut as the server cuts it; what it refuses stays refused. */
  void check(String text) throws IOException {
    // As psql does, the splitter takes a byte order mark away, which the server would refuse.
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Answer whole = inTransaction(List.of(withoutMark), false);
    if (!whole.inTransaction() || whole.answers().contains("COMMIT\0")) {
      // It ended the transaction, so that what it did stays.
      prepare();
      return;
    }
    List<SqlStatement> statements;
    try {
      statements = SqlSplitter.split(text);
    } catch (SqlTextException refused) {
      assertThat(refused.line()).as(text).isBetween(1, lines(text));
      assertThat(whole.isRefused())
          .as("%s%n is refused: %s; by the server: %s", text, refused.problem(), whole)
          .isTrue();
      return;
    }
    List<String> pieces = statements.stream().map(SqlStatement::text).toList();
    Answer parts = inTransaction(pieces, true);
    if (whole.isRefused()) {
      if (pieces.stream().noneMatch(SplitterJudge::mayHoldCode)) {
        assertThat(whole.error())
            .as("%s%n is cut into %s", text, pieces)
            .doesNotStartWith("42601 unterminated");
      }
      assertThat(parts.isRefused())
          .as("%s%n is cut into %s; the server refuses the whole: %s", text, pieces, whole)
          .isTrue();
    } else {
      assertThat(parts).as("%s%n is cut into %s", text, pieces).isEqualTo(whole);
      assertThat(pieces).as(text).hasSameSizeAs(whole.answers());
    }
    nothingIsLost(text, statements);
  }

  /** PL/pgSQL has quotes of its own, and the server does not say in which text one is open. */
  private static boolean mayHoldCode(String statement) {
    String start = statement.toLowerCase(Locale.ROOT);
    return start.startsWith("do") || start.startsWith("create");
  }

  /** What stands between the pieces are empty statements to the server. */
  private void nothingIsLost(String text, List<SqlStatement> statements) throws IOException {
    List<Integer> starts = new ArrayList<>();
    boolean found = place(text, text.startsWith("\uFEFF") ? 1 : 0, statements, starts);
    assertThat(found).as("%s%n is cut into %s", text, statements).isTrue();
    StringBuilder between = new StringBuilder();
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      assertThat(statements.get(i).line()).as(text).isEqualTo(lines(text.substring(0, start)));
      between.append(text, at, start).append("\n;\n");
      at = start + statements.get(i).text().length();
    }
    between.append(text.substring(at));
    assertThat(server.simple(between.toString()))
        .as("%s%n is cut into %s", text, statements)
        .isEqualTo(new Answer(List.of(), "", false));
  }

  /** Finds a place for each piece, since what it holds may stand in a comment before it too. */
  private static boolean place(
      String text, int from, List<SqlStatement> statements, List<Integer> starts) {
    if (starts.size() == statements.size()) {
      return isEmpty(text.substring(from)) || isEmpty(text.substring(from) + "\n");
    }
    String piece = statements.get(starts.size()).text();
    int start = text.indexOf(piece, from);
    while (start >= 0) {
      if (isEmpty(text.substring(from, start))) {
        starts.add(start);
        if (place(text, start + piece.length(), statements, starts)) {
          return true;
        }
        starts.remove(starts.size() - 1);
      }
      start = text.indexOf(piece, start + 1);
    }
    return false;
  }

  /** Whether there are but comments that are closed, white space and semicolons. */
  private static boolean isEmpty(String gap) {
    String rest = gap;
    int depth = 0;
    while (!rest.isEmpty()) {
      if (rest.startsWith("/*") || (depth > 0 && rest.startsWith("*/"))) {
        depth += rest.startsWith("/*") ? 1 : -1;
        rest = rest.substring(2);
      } else if (depth == 0 && rest.startsWith("--")) {
        rest = rest.replaceFirst("[^\\r\\n]*", "");
        depth = rest.isEmpty() ? 1 : 0;
      } else if (depth > 0 || "; \t\n\u000B\f\r".indexOf(rest.charAt(0)) >= 0) {
        rest = rest.substring(1);
      } else {
        return false;
      }
    }
    return depth == 0;
  }

  private static int lines(String text) {
    return text.split("\\r\\n|[\\r\\n]", -1).length;
  }

  private Answer inTransaction(List<String> texts, boolean extended) throws IOException {
    server.simple("BEGIN");
    List<String> answers = new ArrayList<>();
    String error = "";
    boolean inTransaction = true;
    for (String text : texts) {
      Answer answer = extended ? server.extended(text) : server.simple(text);
      answers.addAll(answer.answers());
      inTransaction = answer.inTransaction();
      if (answer.isRefused()) {
        error = answer.error();
        break;
      }
    }
    server.simple("ROLLBACK; DEALLOCATE ALL");
    return new Answer(answers, error, inTransaction);
  }
}
