package dev.migrations.sql;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.PGStream;
import org.postgresql.core.QueryExecutorBase;

/**
 * Sends text to the server as one message of the simple query protocol, around the driver, which
 * would split it. So the server's own parser finds the statements, and answers each with its rows
 * and its command tag.
 */
final class RawQuery {

  private final PGStream stream;

  RawQuery(Connection connection) throws SQLException, ReflectiveOperationException {
    Field field = QueryExecutorBase.class.getDeclaredField("pgStream");
    field.setAccessible(true);
    stream = (PGStream) field.get(connection.unwrap(BaseConnection.class).getQueryExecutor());
  }

  /** One entry a statement: its command tag, and the rows that came before it. */
  List<String> send(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.sendChar('Q');
    stream.sendInteger4(4 + bytes.length + 1);
    stream.send(bytes);
    stream.sendChar(0);
    stream.flush();
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
        case 'E' -> error = body.replace('\0', ' ');
        case 'Z' -> {
          if (!error.isEmpty()) {
            throw new IllegalStateException("The server refused: " + text + "\n" + error);
          }
          return answers;
        }
        default -> {}
      }
    }
  }
}
