package dev.migrations.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** The connection that {@link MigrationsProperties} describe. */
final class PropertiesMigrationsConnectionDetails implements MigrationsConnectionDetails {

  private final MigrationsProperties properties;

  PropertiesMigrationsConnectionDetails(MigrationsProperties properties) {
    this.properties = properties;
  }

  @Override
  public @Nullable String getUsername() {
    return properties.getUser();
  }

  @Override
  public @Nullable String getPassword() {
    return properties.getPassword();
  }

  @Override
  public @Nullable String getJdbcUrl() {
    return properties.getUrl();
  }

  @Override
  public @Nullable String getDriverClassName() {
    String driverClassName = properties.getDriverClassName();
    return driverClassName != null
        ? driverClassName
        : MigrationsConnectionDetails.super.getDriverClassName();
  }
}
