package dev.migrations.spring.boot.cli;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Runs commands as the process would, with a database and revisions of a test. */
final class TestShell {

  private final Migrations migrations;
  private Terminal.@Nullable Answers answers;
  private @Nullable MovingLine moving;

  TestShell(Migrations migrations) {
    this.migrations = migrations;
  }

  TestShell(DataSource dataSource, String revisions) {
    this(
        new Migrations(
            dataSource,
            RevisionScripts.load(
                List.of("classpath:revisions/" + revisions),
                List.of(),
                TestShell.class.getClassLoader()),
            MigrationsSettings.defaults(),
            List.of()));
  }

  TestShell(TestDatabase db, String revisions) {
    this(db.dataSource(), revisions);
  }

  /** From now on someone is at the terminal and gives this answer; {@code null} ends the input. */
  TestShell answering(@Nullable String answer) {
    return asking(() -> answer);
  }

  TestShell asking(Terminal.Answers answers) {
    this.answers = answers;
    return this;
  }

  /** From now on there is a terminal that a line moves on. */
  TestShell moving(MovingLine line) {
    this.moving = line;
    return this;
  }

  Answer run(String commandLine) {
    return runWords(StringUtils.tokenizeToStringArray(commandLine, " "));
  }

  /** For words with a space in them. */
  Answer runWords(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            new Terminal(
                new PrintWriter(out, true), new PrintWriter(err, true), answers, false, moving));
    OptionalInt early = shell.answerWithoutEngine(List.of(args));
    int status =
        early.orElseGet(
            () -> shell.run(List.of(args), name -> migrations, new FailureAnalyses(null)));
    return new Answer(status, text(out), text(err));
  }

  private static String text(StringWriter writer) {
    return writer.toString().replace(System.lineSeparator(), "\n");
  }

  record Answer(int status, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }
  }
}
