package dev.migrations.maven.project;

import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The engine on the DataSource that Spring Boot makes of the application's properties. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ProjectInfoAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  MigrationsAutoConfiguration.class
})
class ApplicationDatabase {}
