package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Engines and revisions that the application declares as beans, as a command sees them. */
@PostgresTest
class ApplicationBeansTests {

  @Test
  void severalEnginesAreToldApartByTheirNames(TestDatabase db) {
    db.execute("CREATE SCHEMA shop; CREATE SCHEMA billing");

    Answer which = run(db, TwoEngines.class, "current");
    assertThat(which.status()).isEqualTo(3);
    assertThat(which.err())
        .contains("The application has 2 engines: shop, billing.", "--engine shop");

    assertThat(run(db, TwoEngines.class, "upgrade --engine billing").status()).isZero();
    assertThat(
            db.column("SELECT schemaname FROM pg_tables WHERE tablename = 'migrations_revision'"))
        .containsExactly("billing");
    assertThat(run(db, TwoEngines.class, "--engine=billing check").out())
        .isEqualTo("The database is at head\n");
    assertThat(run(db, TwoEngines.class, "check --engine shop").status()).isEqualTo(1);
  }

  @Test
  void anEngineThatIsNotThereIsRefusedWithTheNamesOfTheOthers(TestDatabase db) {
    Answer answer = run(db, TwoEngines.class, "current --engine=shopp");

    assertThat(answer.status()).isEqualTo(3);
    assertThat(answer.err()).contains("no engine 'shopp', only shop, billing");
  }

  @Test
  void aRevisionThatIsABeanRunsWithWhatItIsGivenAndNothingElseIsCreated(TestDatabase db) {
    Answer upgrade = run(db, RevisionBean.class, "upgrade");

    assertThat(upgrade.err()).isEmpty();
    assertThat(upgrade.out()).contains("Running upgrade a00000000002 -> c0ffee, Create a table");
    assertThat(db.value("SELECT count(*) FROM pg_tables WHERE tablename = 'named_by_a_bean'"))
        .isEqualTo("1");
    assertThat(run(db, RevisionBean.class, "show head").out())
        .contains("Rev: c0ffee (head)", "Path: " + CreateByBean.class.getName());
  }

  private static Answer run(TestDatabase db, Class<?> configuration, String commandLine) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            new Terminal(
                new PrintWriter(out, true), new PrintWriter(err, true), null, false, null));
    try (OnDemandContext context = new OnDemandContext()) {
      TestPropertyValues.of("migrations.locations=classpath:revisions/shop").applyTo(context);
      context.registerBean(DataSource.class, db::dataSource);
      context.register(configuration);
      context.refresh();
      int status =
          shell.run(
              List.of(StringUtils.tokenizeToStringArray(commandLine, " ")),
              new Engines(context)::get,
              new FailureAnalyses(context));
      return new Answer(status, out.toString(), err.toString());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoEngines {

    @Bean
    Migrations shop(DataSource dataSource) {
      return engine(dataSource, "shop");
    }

    @Bean
    Migrations billing(DataSource dataSource) {
      return engine(dataSource, "billing");
    }

    private static Migrations engine(DataSource dataSource, String schema) {
      return new Migrations(
          dataSource,
          RevisionScripts.load(
              List.of("classpath:revisions/shop"), List.of(), TwoEngines.class.getClassLoader()),
          MigrationsSettings.defaults().withSchema(schema),
          List.of());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(MigrationsAutoConfiguration.class)
  static class RevisionBean {

    @Bean
    String nameOfTheTable() {
      return "named_by_a_bean";
    }

    @Bean
    Migration createByBean(String nameOfTheTable) {
      return new CreateByBean(nameOfTheTable);
    }

    @Bean
    Thread neverNeeded() {
      throw new AssertionError("A command must not create this");
    }
  }

  @Revision(id = "c0ffee", down = "a00000000002", message = "Create a table")
  static final class CreateByBean implements Migration {

    private final String table;

    CreateByBean(String table) {
      this.table = table;
    }

    @Override
    public void upgrade(Operations op) {
      op.execute("CREATE TABLE " + table + " ()");
    }

    @Override
    public void downgrade(Operations op) {
      op.dropTable(table);
    }
  }
}
