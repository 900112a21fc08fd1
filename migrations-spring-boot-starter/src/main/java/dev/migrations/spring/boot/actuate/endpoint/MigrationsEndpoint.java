package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.Migrations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

/**
 * Shows where the databases of an application stand. Changes nothing, and takes one connection of
 * each engine bean per call. Shows neither SQL text nor JDBC URLs.
 *
 * @since 0.1.0
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public class MigrationsEndpoint {

  private final ApplicationContext context;

  /** For the engine beans of the given context and of its parents. */
  public MigrationsEndpoint(ApplicationContext context) {
    this.context = context;
  }

  /** All engine beans: current revisions, heads, pending revisions and history. */
  @ReadOperation
  public MigrationsBeansDescriptor migrations() {
    Map<@Nullable String, ContextMigrationsDescriptor> contexts = new LinkedHashMap<>();
    for (ApplicationContext each = context; each != null; each = each.getParent()) {
      Map<String, MigrationsDescriptor> beans = new LinkedHashMap<>();
      each.getBeansOfType(Migrations.class)
          .forEach((name, bean) -> beans.put(name, MigrationsDescriptor.of(bean)));
      ApplicationContext parent = each.getParent();
      contexts.put(
          each.getId(),
          new ContextMigrationsDescriptor(beans, parent == null ? null : parent.getId()));
    }
    return new MigrationsBeansDescriptor(contexts);
  }

  /**
   * One revision, of the first engine bean that has it.
   *
   * @param revision the whole id
   * @return the revision, or {@code null} when no engine bean has it
   */
  @ReadOperation
  public @Nullable RevisionDetailsDescriptor revision(@Selector String revision) {
    for (ApplicationContext each = context; each != null; each = each.getParent()) {
      for (Migrations bean : each.getBeansOfType(Migrations.class).values()) {
        if (bean.scripts().find(revision).isPresent()) {
          return RevisionDetailsDescriptor.of(bean, revision);
        }
      }
    }
    return null;
  }
}
