package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;

/**
 * Knows all beans of an application and starts none: no singleton is created unless it is asked
 * for, no lifecycle begins, no event reaches a listener.
 */
final class OnDemandContext extends AnnotationConfigApplicationContext {

  /**
   * As inherited, without creating beans: neither all singletons, nor those that ask for a load
   * time weaver, as an EntityManagerFactory does even when it is lazy.
   */
  @Override
  protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
    if (beanFactory.containsBean(CONVERSION_SERVICE_BEAN_NAME)
        && beanFactory.isTypeMatch(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class)) {
      beanFactory.setConversionService(
          beanFactory.getBean(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class));
    }
    if (!beanFactory.hasEmbeddedValueResolver()) {
      beanFactory.addEmbeddedValueResolver(getEnvironment()::resolvePlaceholders);
    }
    beanFactory.setTempClassLoader(null);
    beanFactory.freezeConfiguration();
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
