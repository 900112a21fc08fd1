package dev.migrations.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A longer way to the server: what is sent arrives half a round trip later, in both directions, and
 * so does the opening of a connection. It counts connections, and the messages after which a client
 * waits for an answer, Sync and Query (PostgreSQL manual, "Message Formats").
 */
final class SlowNetwork implements Network {

  private static final byte[] BEGIN = "BEGIN\0".getBytes(UTF_8);

  private final Server server;
  private final long roundTrip;
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();

  SlowNetwork(Server server, Duration roundTrip) throws IOException {
    this.server = server;
    this.roundTrip = roundTrip.toNanos();
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    inBackground(this::accept);
  }

  @Override
  public String url(String database) {
    return server.url(database, "127.0.0.1", listener.getLocalPort());
  }

  @Override
  public Sample counting(Run run) throws IOException {
    connections.set(0);
    roundTrips.set(0);
    return run.run().with(connections.get(), roundTrips.get());
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      connections.incrementAndGet();
      Socket upstream = server.connect();
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      Line there = new Line(upstream, roundTrip / 2, System.nanoTime() + roundTrip);
      Line back = new Line(client, roundTrip / 2, System.nanoTime());
      inBackground(there::deliver);
      inBackground(back::deliver);
      inBackground(() -> takeMessages(client, there));
      inBackground(() -> takeBytes(upstream, back));
    }
  }

  private void takeMessages(Socket from, Line line) throws IOException {
    try {
      DataInputStream in = new DataInputStream(from.getInputStream());
      line.put(message(in, new byte[0]));
      while (true) {
        byte type = in.readByte();
        byte[] message = message(in, new byte[] {type});
        line.put(message);
        if (isWaitedFor(type, message)) {
          roundTrips.incrementAndGet();
        }
      }
    } finally {
      line.end();
    }
  }

  private static byte[] message(DataInputStream in, byte[] type) throws IOException {
    int length = in.readInt();
    return ByteBuffer.allocate(type.length + length)
        .put(type)
        .putInt(length)
        .put(in.readNBytes(length - Integer.BYTES))
        .array();
  }

  /** The driver sends its BEGIN together with the statement behind it and waits for both. */
  private static boolean isWaitedFor(byte type, byte[] message) {
    int body = 1 + Integer.BYTES;
    return type == 'S'
        || (type == 'Q' && !Arrays.equals(message, body, message.length, BEGIN, 0, BEGIN.length));
  }

  private static void takeBytes(Socket from, Line line) throws IOException {
    try {
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        line.put(Arrays.copyOf(buffer, read));
      }
    } finally {
      line.end();
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void inBackground(Work work) {
    Thread thread = new Thread(() -> untilClosed(work), "slow-network");
    thread.setDaemon(true);
    thread.start();
  }

  private static void untilClosed(Work work) {
    try {
      work.run();
    } catch (EOFException | SocketException closed) {
      // One of the two sides has ended the connection, or this object was closed.
      return;
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
