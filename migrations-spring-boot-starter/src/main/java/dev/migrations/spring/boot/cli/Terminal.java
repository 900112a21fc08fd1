package dev.migrations.spring.boot.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes and reads.
 *
 * @param out what the command answers, and nothing else
 * @param err errors and questions
 * @param console who answers questions; {@code null} where nobody is there, as in a job or a pipe
 * @param colours whether {@code out} and {@code err} show colours
 * @param moving a line that can be drawn again and again, and that {@code out} and {@code err}
 *     clear; {@code null} where that is not possible, as in a job or a pipe
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    @Nullable Answers console,
    boolean colours,
    @Nullable MovingLine moving) {

  /** Someone who answers. */
  @FunctionalInterface
  interface Answers {

    /** The line that is typed, or {@code null} at the end of the input. */
    @Nullable String readLine();
  }

  /** The terminal of the process. What is printed on the side gets along with its moving line. */
  static Terminal system() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Terminal terminal = on(out, err, true);
    if (terminal.moving != null) {
      System.setOut(terminal.moving.clearedBefore(out));
      System.setErr(terminal.moving.clearedBefore(err));
    }
    return terminal;
  }

  /**
   * These streams of the process, which stay as they are.
   *
   * @param interactive whether they lead to the terminal of the process, if there is one
   */
  static Terminal on(PrintStream out, PrintStream err, boolean interactive) {
    Console console = interactive ? System.console() : null;
    Answers answers = console != null && isTerminal(console) ? console::readLine : null;
    MovingLine moving = answers != null && movesCursor() ? new MovingLine(out) : null;
    return new Terminal(
        new PrintWriter(moving == null ? out : moving.clearedBefore(out), true),
        new PrintWriter(moving == null ? err : moving.clearedBefore(err), true),
        answers,
        answers != null && Ansi.AUTO.enabled(),
        moving);
  }

  Ansi ansi() {
    return colours ? Ansi.ON : Ansi.OFF;
  }

  /** The text in a style of picocli's markup, such as {@code fg(yellow)}, where colours show. */
  String styled(String style, String text) {
    if (!colours) {
      return text;
    }
    Ansi.IStyle[] styles = Ansi.Style.parse(style);
    // What picocli takes for "bold off" (21) is a double underline to today's terminals.
    return Ansi.Style.on(styles) + text + Ansi.Style.reset.on();
  }

  private static boolean movesCursor() {
    String type = System.getenv("TERM");
    return type != null && !type.isEmpty() && !type.equals("dumb");
  }

  // Since Java 22 there is a console where there is no terminal too.
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException ex) {
      return false;
    }
  }
}
