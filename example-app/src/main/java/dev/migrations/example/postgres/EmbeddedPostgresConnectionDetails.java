package dev.migrations.example.postgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How to connect to the example's own server, which trusts whoever connects from this machine.
 *
 * @param getJdbcUrl the URL of the database
 */
record EmbeddedPostgresConnectionDetails(String getJdbcUrl) implements JdbcConnectionDetails {

  @Override
  public String getUsername() {
    return "postgres";
  }

  @Override
  public String getPassword() {
    return "";
  }
}
