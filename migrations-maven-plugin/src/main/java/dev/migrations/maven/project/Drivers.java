package dev.migrations.maven.project;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** The JDBC drivers that were registered on the way. */
final class Drivers {

  private Drivers() {}

  /**
   * Lets the process find those of its own. It looks for them once, with the class loader of the
   * thread that is the first to ask; that must not be ours.
   */
  static void load() {
    DriverManager.getDrivers();
  }

  /**
   * Takes those back that came from this class loader, so that Maven's process, which may go on for
   * days, does not keep it.
   */
  static void forget(ClassLoader loader) {
    List<Driver> drivers =
        Collections.list(DriverManager.getDrivers()).stream()
            .filter(driver -> driver.getClass().getClassLoader() == loader)
            .toList();
    try {
      for (Driver driver : drivers) {
        DriverManager.deregisterDriver(driver);
      }
    } catch (SQLException ex) {
      throw new IllegalStateException("A driver refuses to be deregistered", ex);
    }
  }
}
