package dev.migrations.spring.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Makes beans that need the schema wait for {@link MigrationsInitializer}. */
class MigrationsInitializerDatabaseInitializerDetector
    extends AbstractBeansOfTypeDatabaseInitializerDetector {

  // Right behind the engine's detector: each batch of initializers waits for the one before it.
  private static final int ORDER = 3;

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(MigrationsInitializer.class);
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
