package dev.migrations.engine;

import dev.migrations.error.OneLine;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what the server says while it does as it is told, such as {@code RAISE WARNING}. */
final class ServerWarnings {

  private static final Logger log = LoggerFactory.getLogger(ServerWarnings.class);

  /** PostgreSQL manual, appendix A: class 01; notices have others. */
  private static final String WARNING_CLASS = "01";

  private ServerWarnings() {}

  /** Whoever wrote a trigger must not write lines of the log. */
  private static String text(SQLWarning warning) {
    return OneLine.of(String.valueOf(warning.getMessage()));
  }

  static void log(Statement statement) throws SQLException {
    for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
      if (String.valueOf(each.getSQLState()).startsWith(WARNING_CLASS)) {
        log.warn("{}", text(each));
      } else {
        log.debug("{}", text(each));
      }
    }
  }
}
