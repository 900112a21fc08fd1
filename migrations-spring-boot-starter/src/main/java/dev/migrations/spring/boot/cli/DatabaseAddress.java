package dev.migrations.spring.boot.cli;

import javax.sql.DataSource;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/** Where a DataSource leads to, as far as it tells without a connection. */
final class DatabaseAddress {

  private DatabaseAddress() {}

  /**
   * The JDBC URL without its parameters, which may hold a password, or else the DataSource's type.
   */
  static String of(DataSource dataSource) {
    BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(dataSource);
    for (String name : new String[] {"jdbcUrl", "url"}) {
      if (properties.isReadableProperty(name)
          && properties.getPropertyValue(name) instanceof String url) {
        return url.replaceFirst("\\?.*", "");
      }
    }
    return dataSource.getClass().getSimpleName();
  }
}
