package dev.migrations.spring.boot.actuate.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine beans of one application context.
 *
 * @since 0.1.0
 */
public final class ContextMigrationsDescriptor {

  private final Map<String, MigrationsDescriptor> migrationsBeans;
  private final @Nullable String parentId;

  ContextMigrationsDescriptor(
      Map<String, MigrationsDescriptor> migrationsBeans, @Nullable String parentId) {
    this.migrationsBeans = migrationsBeans;
    this.parentId = parentId;
  }

  /** The engines by the names of their beans. */
  public Map<String, MigrationsDescriptor> getMigrationsBeans() {
    return migrationsBeans;
  }

  /** The id of the parent context, if there is one. */
  public @Nullable String getParentId() {
    return parentId;
  }
}
