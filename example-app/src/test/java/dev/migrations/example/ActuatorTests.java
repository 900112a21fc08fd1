package dev.migrations.example;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
class ActuatorTests {

  private static final String BEAN = "$.contexts.orders.migrationsBeans.migrations";

  @Test
  void theEndpointShowsTheHeadNothingPendingAndTheHistory(TestDatabase db) {
    try (var application = ExampleApplications.start(db)) {
      ExampleApplications.client(application)
          .get()
          .uri("/actuator/migrations")
          .exchange()
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath(BEAN + ".current[*].id")
          .isEqualTo("f0e96ba1544c")
          .jsonPath(BEAN + ".heads[*].id")
          .isEqualTo("f0e96ba1544c")
          .jsonPath(BEAN + ".pending.length()")
          .isEqualTo(0)
          .jsonPath(BEAN + ".history.length()")
          .isEqualTo(19)
          .jsonPath(BEAN + ".history[0].message")
          .isEqualTo("Comment the columns with money")
          .jsonPath(BEAN + ".history[0].application")
          .isEqualTo("orders")
          .jsonPath(BEAN + ".history[18].message")
          .isEqualTo("Create customers and products");
    }
  }

  @Test
  void readinessFollowsTheSchema(TestDatabase db) {
    try (var application = ExampleApplications.start(db)) {
      var http = ExampleApplications.client(application);
      http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
      db.execute("UPDATE migrations_revision SET revision = '54dba8b39972'");
      http.get()
          .uri("/actuator/health/readiness")
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectBody()
          .jsonPath("$.components.migrations.status")
          .isEqualTo("OUT_OF_SERVICE")
          .jsonPath("$.components.migrations.details.pending[0]")
          .isEqualTo("f0e96ba1544c");
    }
  }
}
