package dev.migrations.maven.project;

import dev.migrations.spring.boot.autoconfigure.MigrationsAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The engine without a DataSource of Spring Boot's making. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ProjectInfoAutoConfiguration.class, MigrationsAutoConfiguration.class})
class OwnDatabase {}
