package dev.migrations.operation;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.operation.GivenNames.Manner;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One way to make a value as an author writes it: a factory, and calls on what it returns.
 *
 * @param text how it is written, for messages
 * @param make makes it, with the names that it is given
 */
public record AuthorCall(String text, Make make) {

  /** Makes the value anew for every set of names. */
  @FunctionalInterface
  public interface Make {
    Object with(Operations op, GivenNames names);
  }

  /** Records the operations. */
  public void record(Operations op, GivenNames names) {
    make.with(op, names);
  }

  static AuthorCall value(Object value) {
    return new AuthorCall(String.valueOf(value), (op, names) -> value);
  }

  static AuthorCall recorder() {
    return new AuthorCall("op", (op, names) -> op);
  }

  /** A static method, with arguments. */
  static AuthorCall factory(Method method, List<AuthorCall> arguments) {
    return new AuthorCall(
        method.getDeclaringClass().getSimpleName() + text(method, arguments),
        (op, names) -> invoke(method, null, arguments, op, names));
  }

  /** A method of what this one makes. */
  AuthorCall then(Method method, List<AuthorCall> arguments) {
    return new AuthorCall(
        text + text(method, arguments),
        (op, names) -> invoke(method, make.with(op, names), arguments, op, names));
  }

  /** Whether the value can be made, whatever then becomes of it. */
  boolean isPossible() {
    try {
      make.with(new Operations(), GivenNames.markers(Manner.ALL.get(0)));
      return true;
    } catch (MigrationsException refused) {
      return false;
    }
  }

  private static String text(Method method, List<AuthorCall> arguments) {
    return arguments.stream()
        .map(AuthorCall::text)
        .collect(Collectors.joining(", ", "." + method.getName() + "(", ")"));
  }

  private static Object invoke(
      Method method, Object target, List<AuthorCall> arguments, Operations op, GivenNames names) {
    Object[] values = arguments.stream().map(argument -> argument.make().with(op, names)).toArray();
    try {
      method.setAccessible(Modifier.isPublic(method.getModifiers()));
      return method.invoke(target, values);
    } catch (InvocationTargetException ex) {
      if (ex.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(method + " failed", ex.getCause());
    } catch (IllegalAccessException ex) {
      throw new AssertionError(method + " cannot be called", ex);
    }
  }
}
