package dev.migrations.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrations.error.MigrationsException;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class DataSourceChoiceTests {

  private static final String URL = "jdbc:postgresql://direct.example/shop";

  @Test
  void theApplicationsDataSourceIsTakenAsItIs() {
    DataSource application = application();
    assertThat(DataSourceChoice.of(null, application, details(null, null, null)))
        .isSameAs(application);
  }

  @Test
  void theMarkedDataSourceComesBeforeEverythingElse() {
    DataSource marked = new PGSimpleDataSource();
    assertThat(DataSourceChoice.of(marked, application(), details(URL, "owner", "secret")))
        .isSameAs(marked);
  }

  @Test
  void anOwnUserIsUsedOnTheApplicationsUrl() {
    assertThat(DataSourceChoice.of(null, application(), details(null, "owner", "secret")))
        .isInstanceOfSatisfying(
            SimpleDriverDataSource.class,
            own -> {
              assertThat(own.getUrl()).isEqualTo("jdbc:postgresql://pooled.example/shop");
              assertThat(own.getUsername()).isEqualTo("owner");
              assertThat(own.getPassword()).isEqualTo("secret");
            });
  }

  @Test
  void anOwnUrlWithoutUserTakesTheApplicationsUser() {
    assertThat(DataSourceChoice.of(null, application(), details(URL, null, null)))
        .isInstanceOfSatisfying(
            SimpleDriverDataSource.class,
            own -> {
              assertThat(own.getUrl()).isEqualTo(URL);
              assertThat(own.getUsername()).isEqualTo("app");
              assertThat(own.getPassword()).isEqualTo("app-secret");
            });
  }

  @Test
  void anOwnUrlWithItsUserInItTakesNothingOfTheApplication() {
    assertThat(DataSourceChoice.of(null, application(), details(URL + "?user=owner", null, null)))
        .isInstanceOfSatisfying(
            SimpleDriverDataSource.class,
            own -> {
              assertThat(own.getUsername()).isNull();
              assertThat(own.getPassword()).as("not that of another user").isNull();
            });
  }

  @Test
  void anOwnPasswordGoesWithTheApplicationsUserOnAnOwnUrl() {
    assertThat(DataSourceChoice.of(null, application(), details(URL, null, "other-secret")))
        .isInstanceOfSatisfying(
            SimpleDriverDataSource.class,
            own -> {
              assertThat(own.getUsername()).isEqualTo("app");
              assertThat(own.getPassword()).isEqualTo("other-secret");
            });
  }

  @Test
  void aDataSourceThatDoesNotTellItsUserIsRefusedWithTheSettingThatNamesOne() {
    DataSource silent =
        new AbstractDataSource() {
          @Override
          public Connection getConnection() {
            throw new IllegalStateException();
          }

          @Override
          public Connection getConnection(String user, String password) {
            throw new IllegalStateException();
          }
        };
    assertThatExceptionOfType(MigrationsException.class)
        .isThrownBy(() -> DataSourceChoice.of(null, silent, details(URL, null, null)))
        .satisfies(ex -> assertThat(ex.action()).contains("migrations.user"));
  }

  @Test
  void anOwnUrlNeedsNoOtherDataSource() {
    assertThat(DataSourceChoice.of(null, null, details(URL, "owner", "secret")))
        .isInstanceOfSatisfying(
            SimpleDriverDataSource.class, own -> assertThat(own.getUrl()).isEqualTo(URL));
  }

  @Test
  void severalDataSourcesOfWhichNoneIsMarkedAreRefused() {
    assertThatExceptionOfType(MigrationsException.class)
        .isThrownBy(() -> DataSourceChoice.of(null, null, details(null, null, null)))
        .satisfies(ex -> assertThat(ex.action()).contains("@MigrationsDataSource"));
  }

  private static DataSource application() {
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setJdbcUrl("jdbc:postgresql://pooled.example/shop");
    dataSource.setUsername("app");
    dataSource.setPassword("app-secret");
    return dataSource;
  }

  private static MigrationsConnectionDetails details(
      @Nullable String url, @Nullable String user, @Nullable String password) {
    MigrationsProperties properties = new MigrationsProperties();
    properties.setUrl(url);
    properties.setUser(user);
    properties.setPassword(password);
    return new PropertiesMigrationsConnectionDetails(properties);
  }
}
