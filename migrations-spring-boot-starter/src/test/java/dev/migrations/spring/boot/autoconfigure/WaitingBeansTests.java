package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans that read the schema as soon as they are created; they come first in their contexts. */
@PostgresTest
class WaitingBeansTests {

  @Test
  void jdbcTemplateWaits(TestDatabase db) {
    jdbc(db)
        .withUserConfiguration(ReadsByJdbcTemplate.class)
        .run(context -> assertThat(context.getBean("customers")).isEqualTo(2));
  }

  @Test
  void namedParameterJdbcTemplateWaits(TestDatabase db) {
    jdbc(db)
        .withUserConfiguration(ReadsByNamedParameterJdbcTemplate.class)
        .run(context -> assertThat(context.getBean("customers")).isEqualTo(2));
  }

  @Test
  void jdbcClientWaits(TestDatabase db) {
    jdbc(db)
        .withUserConfiguration(ReadsByJdbcClient.class)
        .run(context -> assertThat(context.getBean("customers")).isEqualTo(2));
  }

  @Test
  void jooqWaits(TestDatabase db) {
    shop(db)
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceTransactionManagerAutoConfiguration.class, JooqAutoConfiguration.class))
        .withUserConfiguration(ReadsByJooq.class)
        .run(context -> assertThat(context.getBean("customers")).isEqualTo(2));
  }

  @Test
  void jpaWaits(TestDatabase db) {
    shop(db)
        .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
        .withUserConfiguration(Entities.class)
        .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
        .run(
            context ->
                assertThat(context).hasNotFailed().hasSingleBean(EntityManagerFactory.class));
  }

  @Test
  void aBeanThatAsksForItWaits(TestDatabase db) {
    shop(db)
        .withUserConfiguration(AsksForIt.class)
        .run(context -> assertThat(context.getBean("customers")).isEqualTo("2"));
  }

  private static ApplicationContextRunner jdbc(TestDatabase db) {
    return shop(db)
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class));
  }

  @Configuration(proxyBeanMethods = false)
  static class ReadsByJdbcTemplate {
    @Bean
    Integer customers(JdbcTemplate jdbc) {
      return jdbc.queryForObject("SELECT count(*) FROM customer", Integer.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ReadsByNamedParameterJdbcTemplate {
    @Bean
    Integer customers(NamedParameterJdbcTemplate jdbc) {
      return jdbc.getJdbcTemplate().queryForObject("SELECT count(*) FROM customer", Integer.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ReadsByJdbcClient {
    @Bean
    Integer customers(JdbcClient jdbc) {
      return jdbc.sql("SELECT count(*) FROM customer").query(Integer.class).single();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ReadsByJooq {
    @Bean
    Integer customers(DSLContext jooq) {
      return jooq.fetchCount(org.jooq.impl.DSL.table("customer"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class AsksForIt {
    @Bean
    @DependsOnDatabaseInitialization
    String customers(javax.sql.DataSource dataSource) {
      return new JdbcTemplate(dataSource)
          .queryForObject("SELECT count(*) FROM customer", String.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EntityScan(basePackageClasses = WaitingBeansTests.class)
  static class Entities {}

  @Entity(name = "customer")
  static class Customer {
    @Id Long id;
    String name;
  }
}
