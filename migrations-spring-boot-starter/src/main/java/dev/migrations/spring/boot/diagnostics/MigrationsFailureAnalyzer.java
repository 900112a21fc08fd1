package dev.migrations.spring.boot.diagnostics;

import dev.migrations.error.MigrationsException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a failure of this project as what happened and what to do next. */
class MigrationsFailureAnalyzer extends AbstractFailureAnalyzer<MigrationsException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MigrationsException cause) {
    return new FailureAnalysis(cause.description(), cause.action(), cause);
  }
}
