package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.ExistingDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class PgDumpTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://db.example:6432/shop?password=secret&user=x"
            + " | --host=db.example --port=6432 --username=app --dbname=shop",
        "jdbc:postgresql://db.example/shop | --host=db.example --username=app --dbname=shop",
        "jdbc:postgresql://[::1]:5432/shop | --host=::1 --port=5432 --username=app --dbname=shop",
        "jdbc:postgresql://a:1,b:2/shop | --host=a --port=1 --username=app --dbname=shop",
        "jdbc:postgresql:shop | --username=app --dbname=shop",
        "jdbc:postgresql://db.example/ | --host=db.example --username=app",
        "jdbc:postgresql:///shop | --username=app --dbname=shop",
        "jdbc:postgresql://h/sh%C3%B6p%2Fold | --host=h --username=app --dbname='sh\u00f6p/old'",
        "jdbc:postgresql:my+shop | --username=app --dbname='my shop'",
        "jdbc:postgresql://h/100% | --host=h --username=app --dbname=100%",
        "jdbc:other:x?password=secret | --username=app",
      })
  void hostPortAndDatabaseComeFromTheUrlAndNothingElse(String url, String words) {
    assertThat(commandLine(url, "app"))
        .isEqualTo(
            "pg_dump --schema-only --no-owner --no-privileges " + words + " --file=schema.sql");
  }

  @Test
  void whatTheShellWouldReadIsQuoted() {
    assertThat(commandLine("jdbc:postgresql://h/my shop", "o'neill"))
        .contains("--username='o'\\''neill' --dbname='my shop'");
  }

  @Test
  void theDriverHasDecodedTheUserAlready() {
    assertThat(commandLine("jdbc:postgresql://h/shop?user=a%2541b", "a%41b"))
        .contains("--username=a%41b ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "sh%C3%B6p", "my+shop", "a%2Bb", "a%3Fb", "a%2Fb"})
  void theDatabaseIsTheOneThatTheDriverConnectsTo(String database) {
    String url = "jdbc:postgresql://h/" + database;
    String name = Driver.parseURL(url, null).getProperty("PGDBNAME");
    assertThat(commandLine(url, "app").replace("'", "")).contains("--dbname=" + name + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "a%3Db, dbname='a=b'",
    "postgresql:%2F%2Fx, dbname='postgresql://x'",
    "it's=%5C, dbname='it\\'s=\\\\'",
  })
  void aNameThatWouldBeReadAsAConnectionStringIsGivenInOne(String database, String value) {
    assertThat(commandLine("jdbc:postgresql://h/" + database, "app"))
        .contains("--dbname='" + value.replace("'", "'\\''") + "'");
  }

  private static String commandLine(String url, String user) {
    return PgDump.commandLine(
        new ExistingDatabase(url, user, "public", List.of(), List.of(), null, List.of()),
        "schema.sql");
  }
}
