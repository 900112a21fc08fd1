package dev.migrations.spring.boot.actuate.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * All engine beans of an application.
 *
 * @since 0.1.0
 */
public final class MigrationsBeansDescriptor implements OperationResponseBody {

  private final Map<@Nullable String, ContextMigrationsDescriptor> contexts;

  MigrationsBeansDescriptor(Map<@Nullable String, ContextMigrationsDescriptor> contexts) {
    this.contexts = contexts;
  }

  /** The application contexts by their ids. */
  public Map<@Nullable String, ContextMigrationsDescriptor> getContexts() {
    return contexts;
  }

  boolean hasError() {
    return contexts.values().stream()
        .flatMap(context -> context.getMigrationsBeans().values().stream())
        .anyMatch(bean -> bean.getError() != null);
  }
}
