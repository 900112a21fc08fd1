package dev.migrations.spring.boot.cli;

/** Options that do not go together. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
