package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.Migration;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * What a native image must keep of the default location: the files below {@code db/revisions}, and
 * the constructors of the revisions in the package {@code db.revisions}, which are listed here when
 * the image is built.
 *
 * <p>Other locations need hints of your own, since {@code migrations.locations} may still change
 * when the image runs. Revisions that are beans need none. No test runs a native image yet.
 */
class MigrationsRuntimeHints implements RuntimeHintsRegistrar {

  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
    hints.resources().registerPattern("db/revisions/**");
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.setResourceLoader(new DefaultResourceLoader(classLoader));
    scanner.addIncludeFilter(new AssignableTypeFilter(Migration.class));
    for (BeanDefinition revision : scanner.findCandidateComponents("db.revisions")) {
      String className = revision.getBeanClassName();
      if (className != null) {
        hints
            .reflection()
            .registerType(TypeReference.of(className), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
      }
    }
  }
}
