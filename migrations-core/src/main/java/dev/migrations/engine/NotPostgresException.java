package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * The DataSource does not lead to a PostgreSQL server.
 *
 * @since 0.1.0
 */
public final class NotPostgresException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String product;

  NotPostgresException(String product, String version) {
    super(
        "The DataSource leads to %s %s, not to PostgreSQL.".formatted(product, version),
        "Point spring.datasource.url, or migrations.url for the revisions alone, to a PostgreSQL"
            + " server; set migrations.enabled=false where there is none.");
    this.product = product;
  }

  /** The product that answered, as its driver names it. */
  public String product() {
    return product;
  }
}
