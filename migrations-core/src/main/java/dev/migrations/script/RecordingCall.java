package dev.migrations.script;

import java.util.List;
import java.util.Optional;

/** The call of an author that threw: most faults show only when all is recorded, some at once. */
final class RecordingCall {

  /** What authors call, and what that calls in turn. */
  private static final List<String> PACKAGES =
      List.of("dev.migrations", "dev.migrations.operation", "dev.migrations.sql", "java.util");

  private RecordingCall() {}

  /**
   * The method that the author called, as it is written: {@code createIndex(…)}.
   *
   * @return empty when the author's code did not call what threw
   */
  static Optional<String> of(Throwable failure) {
    StackTraceElement called = null;
    for (StackTraceElement frame : failure.getStackTrace()) {
      String type = frame.getClassName();
      if (type.equals(JavaRevision.class.getName())) {
        return Optional.empty();
      }
      if (!PACKAGES.contains(packageOf(type))) {
        break;
      }
      if (type.startsWith("dev.")) {
        called = frame;
      }
    }
    return Optional.ofNullable(called).map(RecordingCall::written);
  }

  private static String packageOf(String type) {
    return type.startsWith("java.util.") ? "java.util" : type.substring(0, type.lastIndexOf('.'));
  }

  private static String written(StackTraceElement called) {
    String type = called.getClassName();
    return called.getMethodName().equals("<init>")
        ? "new "
            + type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1)
            + "(…)"
        : called.getMethodName() + "(…)";
  }
}
