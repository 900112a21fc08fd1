package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MovingLineTests {

  private static final String CLEARED = "\r\u001B[K";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
  private final MovingLine line = new MovingLine(stream);

  @Test
  void itIsDrawnInPlaceAndTheTerminalCutsItAtItsWidth() {
    line.draw("10 %");
    line.draw("20 %");

    assertThat(screen()).isEqualTo(drawn("10 %") + drawn("20 %"));
  }

  @Test
  void whatIsPrintedTakesItsPlace() {
    PrintWriter out = new PrintWriter(line.clearedBefore(stream), true);
    line.draw("10 %");
    out.println("Running upgrade");
    out.println("Running another");
    line.draw("20 %");

    assertThat(screen())
        .isEqualTo(
            drawn("10 %")
                + CLEARED
                + "Running upgrade%nRunning another%n".formatted()
                + drawn("20 %"));
  }

  @Test
  void whatIsPrintedElsewhereOnTheTerminalClearsItToo() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream err = line.clearedBefore(new PrintStream(log, true, StandardCharsets.UTF_8));
    line.draw("10 %");
    err.write('!');

    assertThat(screen()).isEqualTo(drawn("10 %") + CLEARED);
    assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("!");
  }

  @Test
  void itIsNotDrawnOverAQuestion() {
    PrintStream err = line.clearedBefore(stream);
    err.print("Take them back? [y/N] ");
    line.draw("10 %");
    assertThat(screen()).isEqualTo("Take them back? [y/N] ");

    err.println();
    line.draw("20 %");
    assertThat(screen()).endsWith(drawn("20 %"));
  }

  private static String drawn(String text) {
    return "\r\u001B[?7l" + text + "\u001B[K\u001B[?7h";
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
