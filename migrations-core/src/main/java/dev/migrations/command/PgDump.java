package dev.migrations.command;

import dev.migrations.engine.ExistingDatabase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command line that writes the schema of a database into a file. It never has the password.
 *
 * @since 0.1.0
 */
public final class PgDump {

  private static final Pattern URL =
      Pattern.compile(
          "jdbc:postgresql:(//(?<host>\\[[^\\]]*]|[^/:,?]*)(:(?<port>\\d+))?[^/?]*/?)?"
              + "(?<database>[^?]*)(\\?.*)?");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

  private static final Pattern BARE_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

  private PgDump() {}

  /**
   * The command line, for the shell of Unix.
   *
   * @param database where to take the schema from
   * @param file where it is to be written
   */
  public static String commandLine(ExistingDatabase database, String file) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("pg_dump", "--schema-only", "--no-owner", "--no-privileges"));
    Matcher url = URL.matcher(database.url());
    if (url.matches()) {
      add(words, "--host", withoutBrackets(url.group("host")));
      add(words, "--port", url.group("port"));
    }
    add(words, "--username", database.user());
    if (url.matches()) {
      add(words, "--dbname", argument(decoded(url.group("database"))));
    }
    add(words, "--file", file);
    return words.stream().map(PgDump::quoted).collect(Collectors.joining(" "));
  }

  private static void add(List<String> words, String option, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      words.add(option + "=" + value);
    }
  }

  /** As PostgreSQL's driver does it, which takes a plus for a space; others may not encode. */
  private static String decoded(String name) {
    return BARE_PERCENT.matcher(name).find()
        ? name
        : URLDecoder.decode(name, StandardCharsets.UTF_8);
  }

  /**
   * A name that would be read as a connection string has to stand in one (PostgreSQL manual, libpq,
   * "Connection Strings").
   */
  private static String argument(String database) {
    return database.contains("=") || database.matches("(?s)postgres(ql)?://.*")
        ? "dbname='" + database.replaceAll("[\\\\']", "\\\\$0") + "'"
        : database;
  }

  private static @Nullable String withoutBrackets(@Nullable String host) {
    return host == null ? null : host.replaceAll("[\\[\\]]", "");
  }

  private static String quoted(String word) {
    String option = word.substring(0, word.indexOf('=') + 1);
    String value = word.substring(option.length());
    return PLAIN.matcher(value).matches() ? word : option + "'" + value.replace("'", "'\\''") + "'";
  }
}
