package dev.migrations.operation;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;

/**
 * Where an example is written.
 *
 * @param type the class of its file
 * @param line the line on which its call begins, from 1
 */
public record ExamplePlace(Class<?> type, int line) {

  private static final StackWalker STACK = StackWalker.getInstance(RETAIN_CLASS_REFERENCE);

  /** The call that makes the example, whatever helps it. */
  static ExamplePlace ofCaller() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> frame.getDeclaringClass() != ExamplePlace.class)
                .filter(frame -> frame.getDeclaringClass() != OperationExample.class)
                .filter(frame -> frame.getMethodType().returnType() != OperationExample.class)
                .findFirst()
                .map(frame -> new ExamplePlace(frame.getDeclaringClass(), frame.getLineNumber()))
                .orElseThrow());
  }
}
