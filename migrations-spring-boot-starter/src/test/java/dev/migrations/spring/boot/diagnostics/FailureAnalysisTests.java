package dev.migrations.spring.boot.diagnostics;

import static dev.migrations.spring.boot.TestApplications.arguments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the console says when an application does not start. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

  @Test
  void severalHeadsAreNamedWithTheWayOut(TestDatabase db, CapturedOutput output) {
    fail(db, "migrations.locations=classpath:revisions/heads");
    assertThat(report(output))
        .contains("b00000000002", "b00000000003", "0002_left.sql", "0003_right.sql")
        .contains("merge");
  }

  @Test
  void allFaultsOfTheGraphAreShownAtOnce(TestDatabase db, CapturedOutput output) {
    fail(db, "migrations.locations=classpath:revisions/faulty");
    assertThat(report(output))
        .contains("d00000000001", "d00000000002", "d00000000003", "d0000000dead")
        .contains("0001_a.sql", "0003_c.sql");
  }

  @Test
  void aStatementThatFailsIsShownWithItsRevisionAndSqlState(
      TestDatabase db, CapturedOutput output) {
    fail(db, "migrations.locations=classpath:revisions/broken");
    assertThat(report(output)).contains("c00000000002", "42704", "type \"numbre\" does not exist");
    assertThat(db.value("SELECT to_regclass('seat')")).isNull();
  }

  @Test
  void anUnknownRevisionInTheDatabaseIsNamed(TestDatabase db, CapturedOutput output) {
    boot(db, "migrations.locations=classpath:revisions/shop");
    db.execute("UPDATE migrations_revision SET revision = 'ffffffffffff'");
    fail(db, "migrations.locations=classpath:revisions/shop");
    assertThat(report(output)).contains("ffffffffffff", "migrations.on-unknown-revision=warn");
  }

  @Test
  void pendingRevisionsThatMayNotBeAppliedAreListed(TestDatabase db, CapturedOutput output) {
    fail(db, "migrations.locations=classpath:revisions/shop", "migrations.on-boot=validate");
    assertThat(report(output)).contains("a00000000001", "Create customer", "a00000000002");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNoStackTrace(TestDatabase db, CapturedOutput output) {
    fail(
        db,
        "migrations.locations=classpath:revisions/shop",
        "spring.datasource.hikari.connection-timeout=300",
        "spring.datasource.url=jdbc:postgresql://localhost:1/shop");
    assertThat(report(output)).contains("The database cannot be reached");
  }

  @Test
  void anEmbeddedDatabaseIsExplainedWithTheRemedyOfATestSlice(
      TestDatabase db, CapturedOutput output) {
    fail(
        db,
        "migrations.locations=classpath:revisions/shop",
        "spring.datasource.url=jdbc:h2:mem:slice",
        "spring.datasource.username=sa",
        "spring.datasource.password=");
    assertThat(report(output))
        .contains("H2", "not to PostgreSQL")
        .contains("@AutoConfigureTestDatabase(replace = Replace.NONE)", "@ServiceConnection");
  }

  @Test
  void aRevisionBeanThatReadsTheSchemaIsExplained(TestDatabase db, CapturedOutput output) {
    fail(ReadsTheSchema.class, db, "migrations.locations=classpath:revisions/shop");
    assertThat(report(output))
        .contains("The revision bean 'readsTheSchema' needs the bean 'jdbcTemplate'", "op.run(");
  }

  private static String report(CapturedOutput output) {
    String everything = output.getOut();
    assertThat(everything).contains("APPLICATION FAILED TO START");
    String report = everything.substring(everything.lastIndexOf("APPLICATION FAILED TO START"));
    assertThat(report).contains("Description:", "Action:").doesNotContain("\tat ");
    return report;
  }

  private static void fail(TestDatabase db, String... more) {
    fail(Application.class, db, more);
  }

  private static void fail(Class<?> application, TestDatabase db, String... more) {
    assertThatException().isThrownBy(() -> boot(application, db, more));
  }

  private static void boot(TestDatabase db, String... more) {
    boot(Application.class, db, more);
  }

  private static void boot(Class<?> application, TestDatabase db, String... more) {
    new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .run(arguments(db, more))
        .close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(RevisionThatReads.class)
  static class ReadsTheSchema {}

  @Revision(id = "a00000000009", down = "a00000000002", message = "Read too early")
  @org.springframework.stereotype.Component("readsTheSchema")
  static class RevisionThatReads implements Migration {

    RevisionThatReads(JdbcTemplate jdbc) {
      jdbc.setQueryTimeout(1);
    }

    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
  }
}
