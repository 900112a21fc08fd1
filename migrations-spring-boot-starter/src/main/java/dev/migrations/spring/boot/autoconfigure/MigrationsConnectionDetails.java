package dev.migrations.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * The connection that revisions run on, where it is not the application's DataSource: another user,
 * or another way to the same server, such as one that goes round a connection pooler.
 *
 * @since 0.1.0
 */
public interface MigrationsConnectionDetails extends ConnectionDetails {

  /** The user, or {@code null} for that of the application's DataSource. */
  @Nullable String getUsername();

  /** The password, or {@code null}. */
  @Nullable String getPassword();

  /** The JDBC URL, or {@code null} for that of the application's DataSource. */
  @Nullable String getJdbcUrl();

  /** The driver's class; unless overridden the one that the URL asks for, if there is a URL. */
  default @Nullable String getDriverClassName() {
    String jdbcUrl = getJdbcUrl();
    return jdbcUrl == null ? null : DatabaseDriver.fromJdbcUrl(jdbcUrl).getDriverClassName();
  }
}
