package dev.migrations.spring.boot.cli;

import java.io.PrintStream;

/**
 * A line of a terminal that is drawn again and again in the same place. Whatever else is printed
 * goes through {@link #clearedBefore}, so that the two never mix. Thread-safe.
 *
 * <p>The terminal itself cuts the line at its width, which may change: it is told not to wrap
 * (xterm control sequences, DECAWM).
 */
final class MovingLine {

  private static final String NO_WRAP = "\u001B[?7l";
  private static final String WRAP = "\u001B[?7h";
  private static final String ERASE_TO_END = "\u001B[K";

  private final PrintStream terminal;
  private boolean drawn;
  private boolean behindText;

  /** On the terminal that this stream writes to. */
  MovingLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Draws it in place of the one before; not behind text that waits for the rest of its line. */
  synchronized void draw(String text) {
    if (behindText) {
      return;
    }
    terminal.print("\r" + NO_WRAP + text + ERASE_TO_END + WRAP);
    terminal.flush();
    drawn = true;
  }

  private void clear() {
    if (drawn) {
      terminal.print("\r" + ERASE_TO_END);
      terminal.flush();
      drawn = false;
    }
  }

  /** The stream, which clears the line before it prints. */
  PrintStream clearedBefore(PrintStream stream) {
    return new Clearing(stream);
  }

  private synchronized void print(PrintStream stream, byte[] bytes, int offset, int length) {
    clear();
    stream.write(bytes, offset, length);
    behindText = bytes[offset + length - 1] != '\n';
  }

  /** Never takes its own lock behind that of the line: who prints text has both, in this order. */
  private final class Clearing extends PrintStream {

    private final PrintStream stream;

    Clearing(PrintStream stream) {
      super(stream, true);
      this.stream = stream;
    }

    @Override
    public void write(int b) {
      MovingLine.this.print(stream, new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (length > 0) {
        MovingLine.this.print(stream, bytes, offset, length);
      }
    }
  }
}
