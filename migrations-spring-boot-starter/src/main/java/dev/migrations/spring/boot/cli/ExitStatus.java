package dev.migrations.spring.boot.cli;

/** How a command ends, for scripts. */
final class ExitStatus {

  /** Done. */
  static final int DONE = 0;

  /** {@code check} found something. */
  static final int CHECK_FAILED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Nothing was done, because something speaks against it. */
  static final int REFUSED = 3;

  /** Something was tried and failed. */
  static final int FAILED = 4;

  private ExitStatus() {}
}
