package dev.migrations.benchmarks.peers.child;

import java.io.IOException;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small application, which asks its database once when it starts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BootApplication {

  /**
   * @param arguments properties of the application
   */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    SpringApplication.run(BootApplication.class, arguments);
    Outcome.print(System.nanoTime() - start);
  }

  @Bean
  ApplicationRunner query(JdbcTemplate database) {
    return started -> database.queryForObject("SELECT 1", Integer.class);
  }
}
