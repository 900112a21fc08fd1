package dev.migrations.spring.boot.actuate.endpoint;

import static dev.migrations.spring.boot.TestApplications.CUSTOMER;
import static dev.migrations.spring.boot.TestApplications.ORDERS;
import static dev.migrations.spring.boot.TestApplications.arguments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jayway.jsonpath.JsonPath;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  private RestTestClient http;

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void atHeadItShowsCurrentHeadsAndHistoryNewestFirst(TestDatabase db) {
    boot(db, "spring.application.version=1.2.3");
    String body = get("", 200);
    assertThat(at(body, BEAN + ".current"))
        .isEqualTo(List.of(Map.of("id", ORDERS, "message", "Create orders")));
    assertThat(at(body, BEAN + ".heads[*].id")).isEqualTo(List.of(ORDERS));
    assertThat(at(body, BEAN + ".pending")).isEqualTo(List.of());
    assertThat(at(body, BEAN + ".unknown")).isEqualTo(List.of());
    assertThat(at(body, BEAN + ".underWay")).isEqualTo(List.of());
    assertThat(at(body, BEAN + ".state")).isEqualTo("AT_HEAD");
    assertThat(at(body, BEAN + ".description")).isEqualTo("The database is at head.");
    assertThat(at(body, BEAN + ".history[*].revision")).isEqualTo(List.of(ORDERS, CUSTOMER));
    assertThat(at(body, BEAN + ".history[0]"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("event", "UPGRADE")
        .containsEntry("message", "Create orders")
        .containsEntry("databaseUser", db.user())
        .containsEntry("application", "shop")
        .containsEntry("applicationVersion", "1.2.3")
        .containsEntry("outcome", "SUCCEEDED")
        .hasEntrySatisfying("durationMs", millis -> assertThat(millis).isInstanceOf(Integer.class))
        .hasEntrySatisfying(
            "startedAt", time -> assertThat((String) time).matches("\\d{4}-\\d\\d-\\d\\dT.*Z"))
        .containsKey("host");
  }

  @Test
  void pendingRevisionsAreShownInTheOrderInWhichTheyWouldRun(TestDatabase db) {
    boot(db, "migrations.on-boot=none");
    String body = get("", 200);
    assertThat(at(body, BEAN + ".current")).isEqualTo(List.of());
    assertThat(at(body, BEAN + ".pending[*].id")).isEqualTo(List.of(CUSTOMER, ORDERS));
    assertThat(at(body, BEAN + ".pending[*].message"))
        .isEqualTo(List.of("Create customer", "Create orders"));
    assertThat(at(body, BEAN + ".history")).isEqualTo(List.of());
  }

  @Test
  void oneRevisionIsShownWithItsNeighboursAndItsHistory(TestDatabase db) {
    boot(db, "migrations.target=" + CUSTOMER);
    String body = get("/" + CUSTOMER, 200);
    assertThat(at(body, "$"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("id", CUSTOMER)
        .containsEntry("message", "Create customer")
        .containsEntry("downRevisions", List.of())
        .containsEntry("dependsOn", List.of())
        .containsEntry("branchLabels", List.of())
        .containsEntry("children", List.of(ORDERS))
        .containsEntry("state", "APPLIED");
    assertThat(at(body, "$.history[*].revision")).isEqualTo(List.of(CUSTOMER));
  }

  @Test
  void aRevisionThatIsNotAppliedIsPending(TestDatabase db) {
    boot(db, "migrations.target=" + CUSTOMER);
    String body = get("/" + ORDERS, 200);
    assertThat(at(body, "$.state")).isEqualTo("PENDING");
    assertThat(at(body, "$.downRevisions")).isEqualTo(List.of(CUSTOMER));
    assertThat(at(body, "$.history")).isEqualTo(List.of());
  }

  @Test
  void aRevisionThatIsReplacedIsShownAsAppliedWithItsReplacement(
      TestDatabase db, @TempDir Path more) throws IOException {
    boot(db);
    application.close();
    Files.writeString(
        more.resolve("squashed.sql"),
        """
        -- revision: 5555aaaa5555
        -- replaces: %s, %s
        -- message: Customer and orders

        -- upgrade
        """
            .formatted(CUSTOMER, ORDERS));
    boot(db, "migrations.locations=classpath:revisions/shop," + more.toUri());

    String all = get("", 200);
    assertThat(at(all, BEAN + ".current"))
        .isEqualTo(List.of(Map.of("id", ORDERS, "message", "Create orders")));
    assertThat(at(all, BEAN + ".heads[*].id")).isEqualTo(List.of("5555aaaa5555"));
    assertThat(at(all, BEAN + ".pending")).isEqualTo(List.of());
    String replacement = get("/5555aaaa5555", 200);
    assertThat(at(replacement, "$.state")).isEqualTo("APPLIED");
    assertThat(at(replacement, "$.replaces")).isEqualTo(List.of(CUSTOMER, ORDERS));
    String replaced = get("/" + CUSTOMER, 200);
    assertThat(at(replaced, "$.state")).isEqualTo("APPLIED");
    assertThat(at(replaced, "$.history[*].revision")).isEqualTo(List.of(CUSTOMER));
  }

  @Test
  void aRevisionThatNobodyHasIsNotFound(TestDatabase db) {
    boot(db);
    get("/ffffffffffff", 404);
  }

  @Test
  void itCanOnlyBeRead(TestDatabase db) {
    boot(db);
    http.post().uri("/actuator/migrations").exchange().expectStatus().isEqualTo(405);
    http.delete().uri("/actuator/migrations/" + ORDERS).exchange().expectStatus().isEqualTo(405);
  }

  @Test
  void anUnknownRevisionInTheDatabaseIsShown(TestDatabase db) {
    boot(db);
    db.execute("UPDATE migrations_revision SET revision = 'ffffffffffff'");
    String body = get("", 200);
    assertThat(at(body, BEAN + ".unknown")).isEqualTo(List.of("ffffffffffff"));
    assertThat(at(body, BEAN + ".current[*].id")).isEqualTo(List.of("ffffffffffff"));
    assertThat(at(body, BEAN + ".state")).isEqualTo("AHEAD");
    assertThat(at(body, BEAN + ".description"))
        .isEqualTo(
            "The database is ahead of this application: it is at ffffffffffff, which the application"
                + " does not have.");
  }

  @Test
  void aRevisionThatStoppedHalfWayIsShownWithTheWaysOut(TestDatabase db) {
    boot(db, "migrations.on-boot=none", "migrations.locations=classpath:revisions/halfdone");
    assertThatExceptionOfType(RevisionFailedException.class)
        .isThrownBy(() -> application.getBean(Migrations.class).upgrade("head"));
    String body = get("", 200);
    assertThat(at(body, BEAN + ".state")).isEqualTo("HALF_DONE");
    assertThat((String) at(body, BEAN + ".description"))
        .contains("e00000000002 is half done", "'downgrade e00000000002@-1' takes it back");
    assertThat(at(body, BEAN + ".underWay[*].unitsDone")).isEqualTo(List.of(1));
  }

  @Test
  void aFailureIsShownWithTheServersMessageButWithoutSqlText(TestDatabase db) {
    boot(db, "migrations.on-boot=none", "migrations.locations=classpath:revisions/broken");
    assertThatExceptionOfType(RevisionFailedException.class)
        .isThrownBy(() -> application.getBean(Migrations.class).upgrade("head"));
    String body = get("", 200);
    assertThat(at(body, BEAN + ".history[*].outcome")).isEqualTo(List.of("FAILED", "SUCCEEDED"));
    assertThat((String) at(body, BEAN + ".history[0].error"))
        .contains("type \"numbre\" does not exist")
        .doesNotContain("ALTER TABLE", "jdbc:");
  }

  @Test
  void aDatabaseThatIsGoneIsSaidInOneSentenceWithoutUrlOrStackTrace(TestDatabase db) {
    boot(db);
    db.drop();
    String body = get("", 503);
    assertThat(body).doesNotContain("jdbc:", "\\tat ", db.name());
    assertThat((String) at(body, BEAN + ".error")).startsWith("The database could not be asked");
    assertThat(at(body, BEAN + ".heads[*].id")).isEqualTo(List.of(ORDERS));
    assertThat(at(get("/" + ORDERS, 503), "$.state")).isEqualTo("UNKNOWN");
  }

  private String get(String path, int status) {
    byte[] body =
        http.get()
            .uri("/actuator/migrations" + path)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  private static Object at(String body, String path) {
    return JsonPath.read(body, path);
  }

  private void boot(TestDatabase db, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "server.port=0",
                "spring.application.name=shop",
                "spring.jpa.open-in-view=false",
                "migrations.locations=classpath:revisions/shop",
                "management.endpoints.web.exposure.include=migrations"));
    settings.addAll(List.of(more));
    application =
        new SpringApplicationBuilder(Application.class)
            .run(arguments(db, settings.toArray(String[]::new)));
    http =
        RestTestClient.bindToServer()
            .baseUrl(
                "http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
            .build();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
