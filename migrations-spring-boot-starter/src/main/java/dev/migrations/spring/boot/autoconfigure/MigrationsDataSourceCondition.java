package dev.migrations.spring.boot.autoconfigure;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Whether there is a database at all. */
final class MigrationsDataSourceCondition extends AnyNestedCondition {

  MigrationsDataSourceCondition() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnBean(DataSource.class)
  private static final class DataSourceBean {}

  @ConditionalOnBean(JdbcConnectionDetails.class)
  private static final class JdbcConnectionDetailsBean {}

  @ConditionalOnProperty("migrations.url")
  private static final class UrlOfItsOwn {}
}
