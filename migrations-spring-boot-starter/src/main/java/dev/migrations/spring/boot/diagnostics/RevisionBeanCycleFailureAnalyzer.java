package dev.migrations.spring.boot.diagnostics;

import dev.migrations.Migration;
import java.util.LinkedHashSet;
import java.util.Set;
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
    BeanCreationException innermost = failure;
    Set<String> revisions = new LinkedHashSet<>();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BeanCreationException creation) {
        innermost = creation;
        collectRevision(creation, revisions);
      }
    }
    if (revisions.isEmpty() || !isCycle(innermost)) {
      return null;
    }
    String names = "'" + String.join("', '", revisions) + "'";
    return new FailureAnalysis(
        "The revision bean %s needs the bean '%s', which waits until the revisions have run: %s"
            .formatted(names, innermost.getBeanName(), innermost.getMessage()),
        "Inject nothing that reads the schema into a revision. Record what it has to do with the"
            + " Operations that upgrade and downgrade are given; op.run(connection -> ...) runs"
            + " code on the connection of the run.",
        failure);
  }

  private void collectRevision(BeanCreationException creation, Set<String> revisions) {
    String name = creation.getBeanName();
    if (name != null && beanFactory.containsBean(name)) {
      Class<?> type = beanFactory.getType(name, false);
      if (type != null && Migration.class.isAssignableFrom(type)) {
        revisions.add(name);
      }
    }
  }

  private static boolean isCycle(BeanCreationException innermost) {
    String message = innermost.getMessage();
    return innermost instanceof BeanCurrentlyInCreationException
        || (message != null && message.contains("Circular depends-on relationship"));
  }
}
