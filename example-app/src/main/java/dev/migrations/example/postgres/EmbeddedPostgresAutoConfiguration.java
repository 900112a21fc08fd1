package dev.migrations.example.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Where nothing says which database to use, neither {@code spring.datasource.url} nor connection
 * details (of a container, for example), the example starts one. It is an auto-configuration, so
 * that all of those come first.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedPostgresAutoConfiguration.NoDatabaseUrl.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
class EmbeddedPostgresAutoConfiguration {

  @Bean
  SharedPostgres sharedPostgres(@Value("${example.postgres.directory}") Path directory) {
    return SharedPostgres.in(directory);
  }

  @Bean
  JdbcConnectionDetails embeddedPostgresConnectionDetails(SharedPostgres postgres) {
    return new EmbeddedPostgresConnectionDetails(postgres.jdbcUrl("orders"));
  }

  static class NoDatabaseUrl extends NoneNestedConditions {

    NoDatabaseUrl() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("spring.datasource.url")
    static class DatabaseUrl {}
  }
}
