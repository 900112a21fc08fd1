package dev.migrations.spring.boot.cli;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;

/** Where a DataSource leads to, as far as it tells without a connection. */
final class DatabaseAddress {

  private DatabaseAddress() {}

  /**
   * The JDBC URL without its parameters, which may hold a password, or else the DataSource's type.
   */
  static String of(DataSource dataSource) {
    String url = url(dataSource);
    return url == null ? dataSource.getClass().getSimpleName() : url.replaceFirst("\\?.*", "");
  }

  private static @Nullable String url(DataSource dataSource) {
    BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(dataSource);
    try {
      for (String name : List.of("jdbcUrl", "url")) {
        if (properties.isReadableProperty(name)
            && properties.getPropertyValue(name) instanceof String url) {
          return url;
        }
      }
      return null;
    } catch (BeansException notToldBeforeAConnection) {
      return null;
    }
  }
}
