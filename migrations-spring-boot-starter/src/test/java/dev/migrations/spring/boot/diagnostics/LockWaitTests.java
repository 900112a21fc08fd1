package dev.migrations.spring.boot.diagnostics;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.AdvisoryLockException;
import dev.migrations.engine.MigrationsListener;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.PlanStep;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@PostgresTest
class LockWaitTests {

  @Test
  void anInstanceThatWaitedTooLongNamesTheOneThatRuns(TestDatabase db) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                shop(db)
                    .withBean(MigrationsListener.class, () -> new Holding(running, goOn))
                    .run(context -> assertThat(context).hasNotFailed()));
    try {
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
      shop(db)
          .withPropertyValues("migrations.advisory-lock-wait=200ms")
          .run(
              context ->
                  assertThat(new MigrationsFailureAnalyzer().analyze(context.getStartupFailure()))
                      .satisfies(
                          analysis -> {
                            assertThat(analysis.getCause())
                                .isInstanceOf(AdvisoryLockException.class);
                            assertThat(analysis.getDescription())
                                .contains("Another session", "pid");
                            assertThat(analysis.getAction())
                                .contains("migrations.advisory-lock-wait", "pg_terminate_backend");
                          }));
    } finally {
      goOn.countDown();
    }
    first.get(30, TimeUnit.SECONDS);
    shop(db).run(context -> assertThat(context).hasNotFailed());
  }

  private record Holding(CountDownLatch running, CountDownLatch goOn)
      implements MigrationsListener {

    @Override
    public void stepStarted(PlanStep step) {
      running.countDown();
      try {
        goOn.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException ex) {
        throw new IllegalStateException(ex);
      }
    }
  }
}
