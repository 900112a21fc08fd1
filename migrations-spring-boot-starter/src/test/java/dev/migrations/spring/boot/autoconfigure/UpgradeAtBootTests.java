package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.CUSTOMER;
import static dev.migrations.spring.boot.TestApplications.ORDERS;
import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.NotAtTargetException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

@PostgresTest
class UpgradeAtBootTests {

  @Test
  void theSchemaIsAtHeadWhenTheApplicationHasBooted(TestDatabase db) {
    shop(db)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Migrations.class);
              assertThat(context.getBean(Migrations.class).status().isAtHead()).isTrue();
              assertThat(db.column("SELECT name FROM customer ORDER BY name"))
                  .containsExactly("Ada", "Grace");
            });
  }

  @Test
  void aSecondBootFindsNothingToDo(TestDatabase db) {
    shop(db).run(context -> assertThat(context).hasNotFailed());
    shop(db)
        .run(
            context ->
                assertThat(context.getBean(Migrations.class).lastRun())
                    .hasValueSatisfying(run -> assertThat(run.steps()).isEmpty()));
    assertThat(db.value("SELECT count(*) FROM migrations_history")).isEqualTo("2");
  }

  @Test
  void aTargetBelowTheHeadIsWhereItStops(TestDatabase db) {
    shop(db)
        .withPropertyValues("migrations.target=" + CUSTOMER)
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly(CUSTOMER);
  }

  @Test
  void validateRefusesToBootWhileRevisionsArePending(TestDatabase db) {
    shop(db)
        .withPropertyValues("migrations.on-boot=validate")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasRootCauseInstanceOf(NotAtTargetException.class)
                    .hasStackTraceContaining(CUSTOMER));
    assertThat(db.value("SELECT to_regclass('customer')")).isNull();
  }

  @Test
  void validateBootsAtHead(TestDatabase db) {
    shop(db).run(context -> assertThat(context).hasNotFailed());
    shop(db)
        .withPropertyValues("migrations.on-boot=validate")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void noneLeavesTheDatabaseAlone(TestDatabase db) {
    shop(db)
        .withPropertyValues("migrations.on-boot=none")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(Migrations.class).status().pending())
                  .containsExactly(CUSTOMER, ORDERS);
            });
    assertThat(db.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
  }

  @Test
  void aStrategyTakesThePlaceOfTheProperties(TestDatabase db) {
    shop(db)
        .withPropertyValues("migrations.on-boot=none")
        .withBean(MigrationsStrategy.class, () -> migrations -> migrations.upgrade("+1"))
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly(CUSTOMER);
  }

  @Test
  void lazyInitializationDoesNotPutTheUpgradeOff(TestDatabase db) {
    shop(db)
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly(ORDERS);
  }

  @Test
  void theHistoryNamesTheApplicationAndItsVersion(TestDatabase db) {
    shop(db)
        .withPropertyValues("spring.application.name=shop", "spring.application.version=1.2.3")
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(
            db.column(
                "SELECT DISTINCT application || ' ' || application_version FROM"
                    + " migrations_history"))
        .containsExactly("shop 1.2.3");
  }

  @Test
  void theVersionIsThatOfTheBuildWhereTheApplicationNamesNone(TestDatabase db) {
    Properties build = new Properties();
    build.setProperty("version", "2.0.0");
    shop(db)
        .withBean(BuildProperties.class, () -> new BuildProperties(build))
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(db.column("SELECT DISTINCT application_version FROM migrations_history"))
        .containsExactly("2.0.0");
  }

  @Test
  void settingsCanBeCustomized(TestDatabase db) {
    db.execute("CREATE SCHEMA audit");
    shop(db)
        .withBean(
            MigrationsSettingsCustomizer.class,
            () ->
                settings ->
                    new MigrationsSettings(
                        "audit",
                        settings.lockTimeout(),
                        settings.lockAttempts(),
                        settings.statementTimeout(),
                        settings.advisoryLockWait(),
                        settings.advisoryLockPollInterval(),
                        settings.reconnectWait(),
                        settings.onEditedRevision(),
                        settings.onUnknownRevision(),
                        settings.application(),
                        settings.applicationVersion()))
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(db.column("SELECT revision FROM audit.migrations_revision")).containsExactly(ORDERS);
  }

  @Test
  void anEngineOfTheUsersOwnIsLeftToTheUser(TestDatabase db) {
    shop(db)
        .withBean(
            "own",
            Migrations.class,
            () ->
                new Migrations(
                    db.dataSource(),
                    RevisionScripts.load(
                        List.of("classpath:revisions/shop"),
                        List.of(),
                        getClass().getClassLoader()),
                    MigrationsSettings.defaults(),
                    List.of()))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(Migrations.class)
                    .doesNotHaveBean(MigrationsInitializer.class));
    assertThat(db.value("SELECT to_regclass('customer')")).isNull();
  }

  @Test
  void springBootKnowsThatTheSchemaIsManaged(TestDatabase db) {
    shop(db)
        .run(
            context -> {
              SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
              assertThat(provider.getSchemaManagement(context.getBean(javax.sql.DataSource.class)))
                  .isEqualTo(SchemaManagement.MANAGED);
              assertThat(provider.getSchemaManagement(db.dataSource()))
                  .isEqualTo(SchemaManagement.UNMANAGED);
            });
  }
}
