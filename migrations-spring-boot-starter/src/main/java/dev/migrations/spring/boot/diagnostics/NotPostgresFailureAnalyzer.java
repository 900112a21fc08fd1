package dev.migrations.spring.boot.diagnostics;

import dev.migrations.engine.NotPostgresException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains the embedded database that a test slice puts in the place of the application's. Other
 * products are left to {@link MigrationsFailureAnalyzer}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotPostgresFailureAnalyzer extends AbstractFailureAnalyzer<NotPostgresException> {

  private static final Set<String> EMBEDDED = Set.of("H2", "HSQL Database Engine", "Apache Derby");

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NotPostgresException cause) {
    if (!EMBEDDED.contains(cause.product())) {
      return null;
    }
    return new FailureAnalysis(
        cause.description(),
        "In a test slice, which puts an embedded database in the place of the DataSource, add"
            + " @AutoConfigureTestDatabase(replace = Replace.NONE), or run PostgreSQL in a"
            + " container with @ServiceConnection. Elsewhere: "
            + cause.action(),
        cause);
  }
}
