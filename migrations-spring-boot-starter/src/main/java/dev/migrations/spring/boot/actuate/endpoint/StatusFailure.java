package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.DatabaseUnavailableException;
import dev.migrations.error.MigrationsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that could not be asked. The reader of the endpoint is told what happened; what a
 * driver says of the connection goes to the log only, since it may hold the URL.
 */
final class StatusFailure {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationsEndpoint.class);

  private StatusFailure() {}

  static String report(RuntimeException failure) {
    LOG.warn("The migrations endpoint could not read where the database stands", failure);
    if (failure instanceof MigrationsException known
        && !(failure instanceof DatabaseUnavailableException)) {
      return known.description();
    }
    return "The database could not be asked; the application's log says why.";
  }
}
