package dev.migrations.spring.boot.diagnostics;

import dev.migrations.Migration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains a revision bean that needs a bean that waits for the revisions, such as a {@code
 * JdbcTemplate} or a repository. Spring reports it as a cycle between beans that the user never
 * wired.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RevisionBeanCycleFailureAnalyzer extends AbstractFailureAnalyzer<BeanCreationException> {

  private final BeanFactory beanFactory;

  RevisionBeanCycleFailureAnalyzer(BeanFactory beanFactory) {
    this.beanFactory = beanFactory;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, BeanCreationException failure) {
    String revision = null;
    String needed = null;
    BeanCreationException innermost = failure;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BeanCreationException creation) {
        innermost = creation;
        String name = creation.getBeanName();
        if (revision == null && isRevision(name)) {
          revision = name;
        } else if (revision != null && needed == null && !revision.equals(name)) {
          needed = name;
        }
      }
    }
    if (revision == null || needed == null || !isCycle(innermost)) {
      return null;
    }
    return new FailureAnalysis(
        "The revision bean '%s' needs the bean '%s', which waits until the revisions have run."
            .formatted(revision, needed),
        "Inject nothing that reads the schema into a revision. Record what it has to do with the"
            + " Operations that upgrade and downgrade are given; op.run(...) runs code on the"
            + " connection of the run.",
        failure);
  }

  private boolean isRevision(@Nullable String name) {
    if (name == null || !beanFactory.containsBean(name)) {
      return false;
    }
    Class<?> type = beanFactory.getType(name, false);
    return type != null && Migration.class.isAssignableFrom(type);
  }

  private static boolean isCycle(BeanCreationException innermost) {
    String message = innermost.getMessage();
    return innermost instanceof BeanCurrentlyInCreationException
        || (message != null && message.contains("Circular depends-on relationship"));
  }
}
