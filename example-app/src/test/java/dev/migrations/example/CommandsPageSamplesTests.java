package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What docs/commands.md shows is what the commands print; only the times differ. */
@PostgresTest
class CommandsPageSamplesTests {

  private static final String PROMPT = "$ java -jar app.jar migrations ";

  private ConfigurableApplicationContext application;
  private Migrations migrations;

  @BeforeEach
  void start(TestDatabase db) {
    application =
        ExampleApplications.start(
            db, "migrations.on-boot=none", "spring.jpa.hibernate.ddl-auto=none");
    migrations = application.getBean(Migrations.class);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void upgradeDryRunAndDowngrade() throws IOException {
    assertThat(run("upgrade", "+3")).isEqualTo(sample("upgrade +3"));
    assertThat(run("upgrade", "c4e3", "--dry-run")).isEqualTo(sample("upgrade c4e3 --dry-run"));

    List<String> asked = sample("downgrade -1");
    int answer = asked.indexOf("Take them back? [y/N] y");
    assertThat(asked.subList(0, answer))
        .containsExactly(
            "This takes back 1 revision:", "  2e323b9a1525, Create orders and order items");
    assertThat(run("downgrade", "-1", "--yes")).isEqualTo(asked.subList(answer + 1, asked.size()));
  }

  @Test
  void historyAsAGraph() throws IOException {
    migrations.upgrade("head");

    assertThat(run("history", "--graph", "-i"))
        .startsWith(sample("history --graph -i").toArray(String[]::new));
  }

  private List<String> run(String... words) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(output, true);
    var result =
        new CommandRunner(terminal, terminal, false)
            .run(
                List.of(words),
                application,
                () -> migrations,
                () -> SourceLayout.of(Path.of("nowhere")));
    assertThat(result.problem()).isNull();
    return withoutTimes(output.toString(Charset.defaultCharset()).lines().toList());
  }

  private static List<String> sample(String command) throws IOException {
    List<String> page = Files.readAllLines(Path.of("..", "docs", "commands.md"));
    int start = page.indexOf(PROMPT + command) + 1;
    assertThat(start).as("a sample of '%s' on the page", command).isPositive();
    List<String> rest = page.subList(start, page.size());
    return withoutTimes(rest.subList(0, rest.indexOf("```")));
  }

  private static List<String> withoutTimes(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll(" in [\\d.]+ m?s$", " in … ms")).toList();
  }
}
