package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The page for the commands names all that there is, and nothing else. */
class CommandsPageTests {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  private final TestShell shell = new TestShell(new PGSimpleDataSource(), "shop");

  @Test
  void everyCommandIsThere() throws IOException {
    String page = page();
    List<String> commands = commands();
    assertThat(commands).hasSize(14).contains("upgrade", "adopt", "completion");
    for (String command : commands) {
      assertThat(page).contains("`" + command);
    }
  }

  @Test
  void everyOptionOnThePageIsOneOfTheCommands() throws IOException {
    StringBuilder help = new StringBuilder();
    commands().forEach(command -> help.append(shell.run(command + " --help").out()));
    assertThat(options(page().replaceAll("`--(debug|trace)`", "").replaceAll("--[a-z]+\\.", "")))
        .isSubsetOf(options(help.toString()));
  }

  @Test
  void theExitStatusesAreThoseOfTheHelp() throws IOException {
    Answer help = shell.run("--help");
    for (int status = 0; status <= 4; status++) {
      assertThat(help.out()).containsPattern("(?m)^  " + status + "   \\w");
      assertThat(page()).containsPattern("(?m)^\\| " + status + " \\| ");
    }
  }

  private List<String> commands() {
    String help = shell.run("--help").out();
    return Pattern.compile("(?m)^  ([a-z]+)  ")
        .matcher(help.substring(help.indexOf("Commands:"), help.indexOf("Exit status:")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> options(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "commands.md"));
  }
}
