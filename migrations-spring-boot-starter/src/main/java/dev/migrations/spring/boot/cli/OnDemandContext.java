package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Knows all beans of an application and starts none: no singleton is created unless it is asked
 * for, no lifecycle begins, no event reaches a listener.
 */
final class OnDemandContext extends AnnotationConfigApplicationContext {

  OnDemandContext() {
    super(new OnDemandBeanFactory());
  }

  @Override
  protected void finishRefresh() {
    // A lifecycle processor would create and start every bean that is a SmartLifecycle.
  }

  @Override
  protected void publishEvent(Object event, @Nullable ResolvableType typeHint) {
    // A listener is a bean, which would be created in order to be told.
  }
}
