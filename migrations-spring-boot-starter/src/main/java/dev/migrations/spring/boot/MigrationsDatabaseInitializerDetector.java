package dev.migrations.spring.boot;

import dev.migrations.engine.Migrations;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Makes {@link Migrations} beans known as database initializers, so that whoever needs the schema
 * also waits for an engine that a user runs from a bean of their own.
 */
class MigrationsDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

  // Behind Flyway (0 and 1), for those who are moving from it, and before data.sql.
  private static final int ORDER = 2;

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(Migrations.class);
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
