package dev.migrations.spring.boot.docker.compose;

import dev.migrations.spring.boot.autoconfigure.MigrationsConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Revisions run on the database that Docker Compose started, also where {@code migrations.url} or
 * {@code migrations.user} names another one.
 */
class JdbcAdaptingMigrationsConnectionDetailsFactory
    implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrationsConnectionDetails> {

  @Override
  public MigrationsConnectionDetails getConnectionDetails(JdbcConnectionDetails source) {
    return new Adapter(source);
  }

  private record Adapter(JdbcConnectionDetails source) implements MigrationsConnectionDetails {

    @Override
    public @Nullable String getUsername() {
      return source.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
      return source.getPassword();
    }

    @Override
    public String getJdbcUrl() {
      return source.getJdbcUrl();
    }

    @Override
    public String getDriverClassName() {
      return source.getDriverClassName();
    }
  }
}
