package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandArgumentsTests {

  @Test
  void theWordMigrationsComesFirst() {
    assertThat(CommandArguments.of(new String[] {"migrations", "current", "-v"}))
        .contains(new CommandArguments(List.of("current", "-v"), List.of()));
  }

  @Test
  void anApplicationWithOtherArgumentsStartsAsEver() {
    assertThat(CommandArguments.of(new String[] {})).isEmpty();
    assertThat(CommandArguments.of(new String[] {"--server.port=0"})).isEmpty();
    assertThat(CommandArguments.of(new String[] {"import", "migrations"})).isEmpty();
    assertThat(CommandArguments.of(new String[] {"--migrations.enabled=false"})).isEmpty();
  }

  @Test
  void propertiesAreForSpringWhereverTheyStand() {
    assertThat(
            CommandArguments.of(
                new String[] {
                  "--spring.profiles.active=prod",
                  "migrations",
                  "upgrade",
                  "--spring.datasource.url=jdbc:postgresql://db/shop",
                  "--debug",
                  "--sql",
                  "+1"
                }))
        .contains(
            new CommandArguments(
                List.of("upgrade", "--sql", "+1"),
                List.of(
                    "--spring.profiles.active=prod",
                    "--spring.datasource.url=jdbc:postgresql://db/shop",
                    "--debug")));
  }

  @Test
  void anOptionWithADotInItsValueIsNoProperty() {
    assertThat(CommandArguments.of(new String[] {"migrations", "completion", "--name=a.b"}))
        .contains(new CommandArguments(List.of("completion", "--name=a.b"), List.of()));
  }
}
