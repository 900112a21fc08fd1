package dev.migrations.spring.boot.cli.whole;

import dev.migrations.spring.boot.autoconfigure.MigrationsSettingsCustomizer;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import javax.sql.DataSource;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * An application with all that a command must leave alone. Each part says on standard output that
 * it started. Its DataSource and the schema of the tables are its own beans.
 */
@SpringBootApplication
@EnableScheduling
public class WholeApplication {

  public static void main(String[] args) {
    say("main");
    SpringApplication.run(WholeApplication.class, args);
  }

  static void say(String part) {
    System.out.println("STARTED " + part);
  }

  @Bean
  DataSource shopDataSource(Environment environment) {
    return DataSourceBuilder.create()
        .url(environment.getRequiredProperty("shop.database"))
        .username(environment.getProperty("shop.user"))
        .password(environment.getProperty("shop.password"))
        .build();
  }

  @Bean
  MigrationsSettingsCustomizer ownSchema() {
    return settings -> settings.withSchema("bookkeeping");
  }

  @Bean
  CommandLineRunner runner() {
    return args -> say("runner");
  }

  @Bean
  EagerBean eagerBean(EntityManagerFactory jpa) {
    say("JPA");
    return new EagerBean();
  }

  @Bean
  Lifecycle lifecycle() {
    return new Lifecycle();
  }

  @Scheduled(fixedDelay = 100)
  void job() {
    say("job");
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    say("listener");
  }

  @EventListener(WebServerInitializedEvent.class)
  void webServer() {
    say("web server");
  }

  @Entity(name = "customer")
  static class Customer {
    @Id private long id;
  }

  static class EagerBean {}

  static class Lifecycle implements SmartLifecycle {
    @Override
    public void start() {
      say("lifecycle");
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
