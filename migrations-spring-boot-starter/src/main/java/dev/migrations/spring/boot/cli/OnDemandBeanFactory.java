package dev.migrations.spring.boot.cli;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Creates a bean when it is asked for, and none of its own accord. */
final class OnDemandBeanFactory extends DefaultListableBeanFactory {

  private static final long serialVersionUID = 1L;

  @Override
  public void preInstantiateSingletons() {
    // Nothing of the application starts, not even what asks to be exempt from lazy initialization.
  }
}
