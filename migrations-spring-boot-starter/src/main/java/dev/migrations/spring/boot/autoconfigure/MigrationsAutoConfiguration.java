package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.Migration;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsListener;
import dev.migrations.script.RevisionScripts;
import dev.migrations.spring.boot.MigrationsLog;
import dev.migrations.spring.boot.MigrationsStartupSteps;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Upgrades the schema when the application boots, before any bean that needs it.
 *
 * <p>A {@link Migrations} bean of your own takes the place of the auto-configured engine; it is not
 * run at boot unless you also declare a {@link MigrationsInitializer}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass(Migrations.class)
@Conditional(MigrationsDataSourceCondition.class)
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(MigrationsRuntimeHints.class)
public final class MigrationsAutoConfiguration {

  @Bean
  MigrationsSchemaManagementProvider migrationsSchemaManagementProvider(
      ObjectProvider<Migrations> engines) {
    return new MigrationsSchemaManagementProvider(engines);
  }

  @Bean
  static LazyInitializationExcludeFilter migrationsLazyInitializationExcludeFilter() {
    return LazyInitializationExcludeFilter.forBeanTypes(MigrationsInitializer.class);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(Migrations.class)
  @EnableConfigurationProperties(MigrationsProperties.class)
  static class EngineConfiguration {

    private final MigrationsProperties properties;

    EngineConfiguration(MigrationsProperties properties) {
      PropertiesCheck.check(properties);
      this.properties = properties;
    }

    @Bean
    @ConditionalOnMissingBean(MigrationsConnectionDetails.class)
    PropertiesMigrationsConnectionDetails migrationsConnectionDetails() {
      return new PropertiesMigrationsConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsLog migrationsLog() {
      return new MigrationsLog();
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsStartupSteps migrationsStartupSteps(ConfigurableApplicationContext context) {
      return new MigrationsStartupSteps(context.getApplicationStartup());
    }

    @Bean
    Migrations migrations(
        MigrationsConnectionDetails connectionDetails,
        ObjectProvider<DataSource> dataSource,
        @MigrationsDataSource ObjectProvider<DataSource> migrationsDataSource,
        ObjectProvider<Migration> revisionBeans,
        ObjectProvider<MigrationsSettingsCustomizer> customizers,
        ObjectProvider<MigrationsListener> listeners,
        ObjectProvider<BuildProperties> build,
        Environment environment,
        ResourceLoader resourceLoader) {
      return new Migrations(
          DataSourceChoice.of(
              migrationsDataSource.getIfAvailable(), dataSource.getIfUnique(), connectionDetails),
          RevisionScripts.locate(
              properties.getLocations(),
              revisionBeans.orderedStream().toList(),
              classLoader(resourceLoader),
              properties.getPlaceholders()),
          SettingsMapper.settings(
              properties,
              environment,
              build.getIfAvailable(),
              customizers.orderedStream().toList()),
          listeners.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsInitializer migrationsInitializer(
        Migrations migrations, ObjectProvider<MigrationsStrategy> strategy) {
      return new MigrationsInitializer(
          migrations,
          strategy.getIfAvailable(
              () ->
                  properties
                      .getOnBoot()
                      .towards(properties.getTarget(), properties.isAdoptOnBoot())));
    }

    private static ClassLoader classLoader(ResourceLoader resourceLoader) {
      ClassLoader classLoader = resourceLoader.getClassLoader();
      return classLoader != null ? classLoader : ClassLoader.getSystemClassLoader();
    }
  }
}
