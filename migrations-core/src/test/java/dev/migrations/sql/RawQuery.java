package dev.migrations.sql;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.PGStream;
import org.postgresql.core.QueryExecutorBase;

/**
 * Sends text to the server as it is, around the driver, which would split it. In the simple
 * protocol the server's own parser finds the statements, and answers each with its rows and its
 * command tag; in the extended one it takes a single statement.
 */
final class RawQuery {

  /**
   * What the server said.
   *
   * @param answers one entry a statement: the rows, and the command tag behind them
   * @param error what it refused, with the code in front; empty when it refused nothing
   * @param inTransaction whether a transaction is open behind it
   */
  record Answer(List<String> answers, String error, boolean inTransaction) {
    boolean isRefused() {
      return !error.isEmpty();
    }
  }

  private final PGStream stream;

  RawQuery(Connection connection) throws SQLException, ReflectiveOperationException {
    Field field = QueryExecutorBase.class.getDeclaredField("pgStream");
    field.setAccessible(true);
    stream = (PGStream) field.get(connection.unwrap(BaseConnection.class).getQueryExecutor());
  }

  /** Sends any number of statements in one message. */
  Answer simple(String text) throws IOException {
    message('Q', text);
    stream.flush();
    return answer();
  }

  /** Sends one statement as drivers do. */
  Answer extended(String text) throws IOException {
    byte[] sql = text.getBytes(StandardCharsets.UTF_8);
    message('P', ByteBuffer.allocate(sql.length + 4).put((byte) 0).put(sql));
    message('B', ByteBuffer.allocate(8));
    message('D', ByteBuffer.allocate(2).put((byte) 'P'));
    message('E', ByteBuffer.allocate(5));
    message('S', ByteBuffer.allocate(0));
    stream.flush();
    return answer();
  }

  private void message(char type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    message(type, ByteBuffer.allocate(bytes.length + 1).put(bytes));
  }

  private void message(char type, ByteBuffer body) throws IOException {
    stream.sendChar(type);
    stream.sendInteger4(4 + body.capacity());
    stream.send(body.array());
  }

  private Answer answer() throws IOException {
    List<String> answers = new ArrayList<>();
    StringBuilder rows = new StringBuilder();
    String error = "";
    while (true) {
      int type = stream.receiveChar();
      String body =
          new String(stream.receive(stream.receiveInteger4() - 4), StandardCharsets.UTF_8);
      switch (type) {
        case 'D' -> rows.append(body).append(' ');
        case 'C' -> {
          answers.add(rows + body);
          rows.setLength(0);
        }
        case 'E' -> error = error(body);
        case 'G' -> {
          message('f', "no rows");
          stream.flush();
        }
        case 'Z' -> {
          return new Answer(answers, error, !body.equals("I"));
        }
        default -> {}
      }
    }
  }

  private static String error(String body) {
    String code = "";
    String message = "";
    for (String field : body.split("\0")) {
      code = field.startsWith("C") ? field.substring(1) : code;
      message = field.startsWith("M") ? field.substring(1) : message;
    }
    return code + " " + message;
  }
}
