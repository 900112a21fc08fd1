package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.StepReport;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@PostgresTest
class BootTests {

  private static final String HEAD = "f0e96ba1544c";
  private static final int REVISIONS = 19;

  @Test
  void anEmptyDatabaseIsAtHeadWhenTheApplicationHasBooted(TestDatabase db) {
    try (var application = ExampleApplications.start(db)) {
      Migrations migrations = application.getBean(Migrations.class);
      assertThat(migrations.status().isAtHead()).isTrue();
      assertThat(migrations.status().current()).containsExactly(HEAD);
      assertThat(migrations.lastRun().orElseThrow().steps())
          .extracting(StepReport::revision)
          .hasSize(REVISIONS)
          .doesNotHaveDuplicates();
    }
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly(HEAD);
  }

  @Test
  void theSecondBootAppliesNothing(TestDatabase db) {
    ExampleApplications.start(db).close();
    try (var application = ExampleApplications.start(db)) {
      assertThat(application.getBean(Migrations.class).lastRun().orElseThrow().steps()).isEmpty();
    }
    assertThat(db.value("SELECT count(*) FROM migrations_history")).isEqualTo("" + REVISIONS);
  }

  @Test
  void twoCopiesStartedAtOnceBothComeUpAndEachRevisionIsAppliedOnce(TestDatabase db) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<ConfigurableApplicationContext> copies =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> ExampleApplications.start(db), threads))
            .limit(2)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    try {
      assertThat(copies)
          .allSatisfy(
              copy -> {
                assertThat(copy.getBean(Migrations.class).status().isAtHead()).isTrue();
                ExampleApplications.client(copy)
                    .get()
                    .uri("/customers")
                    .exchange()
                    .expectStatus()
                    .isOk();
              });
    } finally {
      copies.forEach(ConfigurableApplicationContext::close);
      threads.shutdown();
    }
    assertThat(db.column("SELECT revision FROM migrations_history WHERE outcome = 'succeeded'"))
        .hasSize(REVISIONS)
        .doesNotHaveDuplicates();
  }
}
