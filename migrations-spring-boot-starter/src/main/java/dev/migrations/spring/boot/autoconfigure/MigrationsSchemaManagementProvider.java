package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.Migrations;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Tells Spring Boot that nobody else should create the schema of an engine's DataSource. */
class MigrationsSchemaManagementProvider implements SchemaManagementProvider {

  private final ObjectProvider<Migrations> engines;

  MigrationsSchemaManagementProvider(ObjectProvider<Migrations> engines) {
    this.engines = engines;
  }

  @Override
  public SchemaManagement getSchemaManagement(DataSource dataSource) {
    boolean managed = engines.stream().anyMatch(engine -> engine.dataSource().equals(dataSource));
    return managed ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
  }
}
