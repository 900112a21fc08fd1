package dev.migrations.benchmarks.peers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One direction of a connection. What is put in comes out in order, each piece as much later as the
 * line is long: pieces do not wait for each other.
 */
final class Line {

  private record Piece(byte[] bytes, long due) {}

  private static final byte[] END = new byte[0];

  private final BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();
  private final Socket to;
  private final long delay;
  private final long open;

  /**
   * @param to where it ends
   * @param delay in nanoseconds
   * @param open when it begins to take something in, by {@link System#nanoTime}
   */
  Line(Socket to, long delay, long open) {
    this.to = to;
    this.delay = delay;
    this.open = open;
  }

  void put(byte[] bytes) {
    long now = System.nanoTime();
    underWay.add(new Piece(bytes, now + Math.max(0, open - now) + delay));
  }

  void end() {
    put(END);
  }

  /** Lets everything out that is put in, up to its end. */
  void deliver() throws IOException, InterruptedException {
    try (to;
        OutputStream out = new BufferedOutputStream(to.getOutputStream(), 1 << 16)) {
      Piece piece = underWay.take();
      while (piece.bytes().length > 0) {
        waitUntil(piece.due());
        out.write(piece.bytes());
        Piece next = underWay.peek();
        if (next == null || next.due() > System.nanoTime()) {
          out.flush();
        }
        piece = underWay.take();
      }
    }
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
