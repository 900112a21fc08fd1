package dev.migrations.spring.boot.testcontainers;

import dev.migrations.spring.boot.autoconfigure.MigrationsConnectionDetails;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.JdbcDatabaseContainer;

/**
 * Revisions run in the container of a {@code @ServiceConnection}, also where {@code migrations.url}
 * or {@code migrations.user} names another database.
 */
class MigrationsContainerConnectionDetailsFactory
    extends ContainerConnectionDetailsFactory<
        JdbcDatabaseContainer<?>, MigrationsConnectionDetails> {

  @Override
  protected MigrationsConnectionDetails getContainerConnectionDetails(
      ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
    return new Details(source);
  }

  private static final class Details extends ContainerConnectionDetails<JdbcDatabaseContainer<?>>
      implements MigrationsConnectionDetails {

    private Details(ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
      super(source);
    }

    @Override
    public String getUsername() {
      return getContainer().getUsername();
    }

    @Override
    public String getPassword() {
      return getContainer().getPassword();
    }

    @Override
    public String getJdbcUrl() {
      return getContainer().getJdbcUrl();
    }

    @Override
    public String getDriverClassName() {
      return getContainer().getDriverClassName();
    }
  }
}
