package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.TransactionPoolingException;
import dev.migrations.fixture.PgBouncer;
import dev.migrations.fixture.PgBouncer.PoolMode;
import dev.migrations.fixture.PgBouncerTest;
import dev.migrations.fixture.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application whose pool is connected to a pooler in transaction mode. */
@PgBouncerTest
class BehindAPoolerTests {

  @Test
  void isToldToLeadItsRevisionsPastIt(TestDatabase db) {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 2)) {
      behind(pooler, db)
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .rootCause()
                      .isInstanceOf(TransactionPoolingException.class)
                      .hasMessageContaining("Set migrations.url"));
      assertThat(db.value("SELECT to_regclass('customer')")).isNull();
    }
  }

  @Test
  void staysThereItselfWhenItsRevisionsHaveAUrlOfTheirOwn(TestDatabase db) {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 2)) {
      behind(pooler, db)
          .withPropertyValues("migrations.url=" + db.jdbcUrl())
          .run(
              context -> {
                assertThat(context).hasNotFailed();
                JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
                assertThat(jdbc.queryForObject("SELECT count(*) FROM customer", Long.class))
                    .isEqualTo(2);
              });
      behind(pooler, db).run(context -> assertThat(context).hasNotFailed());
    }
  }

  private static ApplicationContextRunner behind(PgBouncer pooler, TestDatabase db) {
    return shop(db)
        .withPropertyValues(
            "spring.datasource.url=jdbc:postgresql://localhost:%s/%s?prepareThreshold=0"
                .formatted(pooler.port(), db.name()),
            "spring.datasource.hikari.maximum-pool-size=2");
  }
}
