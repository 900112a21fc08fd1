package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.ExistingDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static String commandLine(String url, String user) {
    return PgDump.commandLine(
        new ExistingDatabase(url, user, "public", List.of(), List.of(), null, List.of()),
        "schema.sql");
  }
}
