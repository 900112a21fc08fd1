package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.error.MigrationsException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;

/** Loads the class of a revision and calls its constructor without parameters. */
final class MigrationFactory {

  private MigrationFactory() {}

  static Migration create(String className, ClassLoader classLoader) {
    try {
      Class<? extends Migration> type =
          Class.forName(className, true, classLoader).asSubclass(Migration.class);
      Constructor<? extends Migration> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException ex) {
      throw failure(className, "has no constructor without parameters", ex);
    } catch (InvocationTargetException ex) {
      throw failure(className, "failed in its constructor: " + ex.getTargetException(), ex);
    } catch (ReflectiveOperationException | LinkageError | ClassCastException ex) {
      throw failure(className, "cannot be loaded: " + ex, ex);
    } catch (InaccessibleObjectException ex) {
      throw failure(className, "is in a module that is not open to this one", ex);
    }
  }

  private static MigrationsException failure(String className, String problem, Throwable cause) {
    return new MigrationsException(
        "The revision class " + className + " " + problem,
        "Give it a constructor without parameters, of any visibility, or make it a Spring bean.",
        cause);
  }
}
