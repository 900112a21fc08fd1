package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.error.MigrationsException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Which DataSource revisions run on: the one marked for them, else one of their own URL, else the
 * application's with their own user, else the application's as it is. A URL without a user takes
 * the application's user, and its password unless there is an own one.
 */
final class DataSourceChoice {

  private static final Pattern USER = Pattern.compile("[?&]user=");

  private DataSourceChoice() {}

  static DataSource of(
      @Nullable DataSource marked,
      @Nullable DataSource application,
      MigrationsConnectionDetails details) {
    if (marked != null) {
      return marked;
    }
    String url = details.getJdbcUrl();
    if (url != null) {
      return build(start(url, application, details).url(url), details);
    }
    if (application == null) {
      throw new MigrationsException(
          "There is no single DataSource to run revisions on.",
          "Mark one DataSource bean @Primary or @MigrationsDataSource, or set migrations.url.");
    }
    if (details.getUsername() != null) {
      return build(DataSourceBuilder.derivedFrom(application), details);
    }
    return application;
  }

  private static DataSourceBuilder<?> start(
      String url, @Nullable DataSource application, MigrationsConnectionDetails details) {
    return application == null || details.getUsername() != null || USER.matcher(url).find()
        ? DataSourceBuilder.create()
        : DataSourceBuilder.derivedFrom(application);
  }

  // A pool would hold connections after the only run that needs one.
  private static DataSource build(
      DataSourceBuilder<?> builder, MigrationsConnectionDetails details) {
    builder.type(SimpleDriverDataSource.class);
    if (details.getUsername() != null) {
      builder.username(details.getUsername());
    }
    if (details.getUsername() != null || details.getPassword() != null) {
      builder.password(details.getPassword());
    }
    String driverClassName = details.getDriverClassName();
    if (StringUtils.hasText(driverClassName)) {
      builder.driverClassName(driverClassName);
    }
    try {
      return builder.build();
    } catch (UnsupportedDataSourcePropertyException ex) {
      throw new MigrationsException(
          "The application's DataSource does not tell its user, its password or its URL: "
              + ex.getMessage(),
          "Set migrations.url, migrations.user and migrations.password.",
          ex);
    } catch (IllegalArgumentException | IllegalStateException | BeanInstantiationException ex) {
      throw new MigrationsException(
          "The DataSource for the revisions could not be made: " + ex.getMessage(),
          "Correct migrations.url and migrations.driver-class-name; the PostgreSQL driver must be"
              + " on the class path.",
          ex);
    }
  }
}
