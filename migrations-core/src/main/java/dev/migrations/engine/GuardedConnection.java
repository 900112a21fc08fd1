package dev.migrations.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connection of a unit as its code sees it: the transaction is not the code's to end. */
final class GuardedConnection implements InvocationHandler {

  private static final Set<String> REFUSED =
      Set.of("commit", "rollback", "close", "abort", "setAutoCommit");

  private final Connection connection;

  private GuardedConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new GuardedConnection(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean toSavepoint = arguments != null && method.getName().equals("rollback");
    if (REFUSED.contains(method.getName()) && !toSavepoint) {
      throw new IllegalStateException(
          "Connection.%s is not for the code of a revision: the transaction belongs to its unit."
              .formatted(method.getName()));
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException ex) {
      throw ex.getCause() == null ? ex : ex.getCause();
    }
  }
}
