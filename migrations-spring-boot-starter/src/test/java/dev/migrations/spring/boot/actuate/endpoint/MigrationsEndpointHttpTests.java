package dev.migrations.spring.boot.actuate.endpoint;

import static dev.migrations.spring.boot.TestApplications.CUSTOMER;
import static dev.migrations.spring.boot.TestApplications.ORDERS;
import static dev.migrations.spring.boot.TestApplications.properties;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The endpoint's answers over HTTP, from an application on a port of its own. */
@PostgresTest
class MigrationsEndpointHttpTests {

  private static final String BEAN = "$.contexts.shop.migrationsBeans.migrations";

  private ConfigurableApplicationContext application;

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void atHeadItShowsCurrentHeadsAndHistoryNewestFirst(TestDatabase db) {
    RestTestClient http = boot(db, "spring.application.version=1.2.3");
    http.get()
        .uri("/actuator/migrations")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath(BEAN + ".current[*].id")
        .isEqualTo(ORDERS)
        .jsonPath(BEAN + ".current[0].message")
        .isEqualTo("Create orders")
        .jsonPath(BEAN + ".heads[*].id")
        .isEqualTo(ORDERS)
        .jsonPath(BEAN + ".pending")
        .isEmpty()
        .jsonPath(BEAN + ".unknown")
        .isEmpty()
        .jsonPath(BEAN + ".underWay")
        .isEmpty()
        .jsonPath(BEAN + ".history[*].revision")
        .value(Matchers.contains(ORDERS, CUSTOMER))
        .jsonPath(BEAN + ".history[0].event")
        .isEqualTo("UPGRADE")
        .jsonPath(BEAN + ".history[0].message")
        .isEqualTo("Create orders")
        .jsonPath(BEAN + ".history[0].startedAt")
        .value(Matchers.matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
        .jsonPath(BEAN + ".history[0].durationMs")
        .isNumber()
        .jsonPath(BEAN + ".history[0].databaseUser")
        .isEqualTo(db.user())
        .jsonPath(BEAN + ".history[0].application")
        .isEqualTo("shop")
        .jsonPath(BEAN + ".history[0].applicationVersion")
        .isEqualTo("1.2.3")
        .jsonPath(BEAN + ".history[0].outcome")
        .isEqualTo("SUCCEEDED")
        .jsonPath(BEAN + ".history[0].error")
        .doesNotExist()
        .jsonPath("$.contexts.shop.parentId")
        .doesNotExist();
  }

  @Test
  void pendingRevisionsAreShownInTheOrderInWhichTheyWouldRun(TestDatabase db) {
    boot(db, "migrations.on-boot=none")
        .get()
        .uri("/actuator/migrations")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath(BEAN + ".current")
        .isEmpty()
        .jsonPath(BEAN + ".pending[*].id")
        .value(Matchers.contains(CUSTOMER, ORDERS))
        .jsonPath(BEAN + ".pending[*].message")
        .value(Matchers.contains("Create customer", "Create orders"))
        .jsonPath(BEAN + ".history")
        .isEmpty();
  }

  @Test
  void oneRevisionIsShownWithItsNeighboursAndItsHistory(TestDatabase db) {
    boot(db, "migrations.target=" + CUSTOMER)
        .get()
        .uri("/actuator/migrations/" + CUSTOMER)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.id")
        .isEqualTo(CUSTOMER)
        .jsonPath("$.message")
        .isEqualTo("Create customer")
        .jsonPath("$.downRevisions")
        .isEmpty()
        .jsonPath("$.dependsOn")
        .isEmpty()
        .jsonPath("$.branchLabels")
        .isEmpty()
        .jsonPath("$.children")
        .value(Matchers.contains(ORDERS))
        .jsonPath("$.state")
        .isEqualTo("APPLIED")
        .jsonPath("$.history[*].revision")
        .value(Matchers.contains(CUSTOMER));
  }

  @Test
  void aRevisionThatIsNotAppliedIsPending(TestDatabase db) {
    boot(db, "migrations.target=" + CUSTOMER)
        .get()
        .uri("/actuator/migrations/" + ORDERS)
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("PENDING")
        .jsonPath("$.downRevisions")
        .value(Matchers.contains(CUSTOMER))
        .jsonPath("$.history")
        .isEmpty();
  }

  @Test
  void aRevisionThatNobodyHasIsNotFound(TestDatabase db) {
    boot(db).get().uri("/actuator/migrations/ffffffffffff").exchange().expectStatus().isNotFound();
  }

  @Test
  void itCanOnlyBeRead(TestDatabase db) {
    RestTestClient http = boot(db);
    http.post().uri("/actuator/migrations").exchange().expectStatus().isEqualTo(405);
    http.delete().uri("/actuator/migrations/" + ORDERS).exchange().expectStatus().isEqualTo(405);
  }

  @Test
  void anUnknownRevisionInTheDatabaseIsShown(TestDatabase db) {
    RestTestClient http = boot(db);
    db.execute("UPDATE migrations_revision SET revision = 'ffffffffffff'");
    http.get()
        .uri("/actuator/migrations")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath(BEAN + ".unknown")
        .value(Matchers.contains("ffffffffffff"))
        .jsonPath(BEAN + ".current[0].id")
        .isEqualTo("ffffffffffff");
  }

  @Test
  void aDatabaseThatIsGoneIsSaidInOneSentenceWithoutUrlOrStackTrace(TestDatabase db) {
    RestTestClient http = boot(db);
    db.close();
    http.get()
        .uri("/actuator/migrations")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath(BEAN + ".error")
        .value(Matchers.not(Matchers.containsString("jdbc:")))
        .jsonPath(BEAN + ".error")
        .value(Matchers.not(Matchers.containsString("\tat ")))
        .jsonPath(BEAN + ".heads[*].id")
        .isEqualTo(ORDERS);
    http.get()
        .uri("/actuator/migrations/" + ORDERS)
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("UNKNOWN");
  }

  private RestTestClient boot(TestDatabase db, String... more) {
    List<String> arguments = new ArrayList<>();
    List<String> settings = new ArrayList<>(Arrays.asList(properties(db)));
    settings.addAll(
        List.of(
            "server.port=0",
            "spring.application.name=shop",
            "spring.jpa.open-in-view=false",
            "migrations.locations=classpath:revisions/shop",
            "management.endpoints.web.exposure.include=migrations"));
    settings.addAll(List.of(more));
    settings.forEach(setting -> arguments.add("--" + setting));
    application =
        new SpringApplicationBuilder(Application.class).run(arguments.toArray(String[]::new));
    return RestTestClient.bindToServer()
        .baseUrl(
            "http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
        .build();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
