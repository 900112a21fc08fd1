package dev.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.boot.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

/** The goals are the commands, and the pages name all of them with all their parameters. */
class PluginPageTests {

  private static final Set<String> OF_HELP = Set.of("detail", "goal", "indentSize", "lineLength");

  @Test
  void everyCommandButCompletionHasAGoal() throws IOException {
    ByteArrayOutputStream help = new ByteArrayOutputStream();
    new CommandRunner(new PrintStream(help), new PrintStream(help), false)
        .run(
            List.of("--help"),
            new GenericApplicationContext(),
            () -> {
              throw new AssertionError("Help needs no engine");
            },
            () -> {
              throw new AssertionError("Help writes nothing");
            });
    String text = help.toString(Charset.defaultCharset());
    Set<String> commands =
        all("(?m)^  ([a-z]+)  ", text.substring(text.indexOf("Commands:"), text.indexOf("Exit s")));
    commands.remove("completion");

    assertThat(commands).contains("current").isSubsetOf(goals());
  }

  @Test
  void everyGoalIsOnThePage() throws IOException {
    assertThat(goals()).contains("upgrade");
    for (String goal : goals()) {
      assertThat(page()).contains(goal.equals("help") ? "migrations:help" : "`" + goal + "`");
    }
  }

  @Test
  void everyParameterIsOnAPageAndThePagesHaveNoOthers() throws IOException {
    Set<String> properties =
        all("(?s)<(?:\\w+) implementation[^>]*>\\$\\{([\\w.]+)}</", descriptor());
    properties.removeAll(OF_HELP);
    assertThat(properties).contains("dryRun", "migrations.url");
    String pages = page() + Files.readString(Path.of("..", "docs", "authoring.md"));

    for (String property : properties) {
      assertThat(pages).containsPattern("(`|-D)" + Pattern.quote(property) + "\\b");
    }
    Set<String> used = all("-D([\\w.]+)", pages);
    used.removeIf(property -> property.startsWith("spring"));
    used.removeAll(OF_HELP);
    assertThat(properties).containsAll(used);
  }

  private static Set<String> goals() throws IOException {
    return all("<goal>([\\w-]+)</goal>", descriptor());
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static String descriptor() throws IOException {
    return Files.readString(Path.of("target", "classes", "META-INF", "maven", "plugin.xml"));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "maven-plugin.md"));
  }
}
