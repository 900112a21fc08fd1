package dev.migrations.spring.boot.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** What Spring Boot and the libraries on the class path have to say about a failure. */
final class FailureAnalyses {

  private final @Nullable ConfigurableApplicationContext context;

  /**
   * @param context the context that failed; {@code null} before there is one
   */
  FailureAnalyses(@Nullable ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Nullable FailureAnalysis of(Throwable failure) {
    return analyzers().stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<FailureAnalyzer> analyzers() {
    ArgumentResolver arguments =
        context == null
            ? ArgumentResolver.none()
            : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                .and(Environment.class, context.getEnvironment());
    return SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
        .load(
            FailureAnalyzer.class,
            arguments,
            (type, name, cannotBeMade) -> {
              // One that needs a context, or a library that is not there, explains nothing here.
            });
  }
}
