package dev.migrations.operation;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.DefaultResourceLoader;

/** A file that belongs to a revision, read as a stream. */
final class ResourceFile {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEX_DIGITS = 16;

  private final String location;

  /**
   * @param location {@code classpath:/db/countries.csv} or {@code file:/srv/countries.csv}
   */
  ResourceFile(String location) {
    this.location = location;
  }

  InputStream open() throws IOException {
    return new DefaultResourceLoader().getResource(location).getInputStream();
  }

  /** A checksum over its content; the kind of line ends makes no difference. */
  String checksum() throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream content = open()) {
      int read = content.read(buffer);
      while (read >= 0) {
        digest.update(buffer, 0, withoutCarriageReturns(buffer, read));
        read = content.read(buffer);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }

  private static int withoutCarriageReturns(byte[] buffer, int length) {
    int kept = 0;
    for (int at = 0; at < length; at++) {
      if (buffer[at] != '\r') {
        buffer[kept] = buffer[at];
        kept++;
      }
    }
    return kept;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException ex) {
      throw new IllegalStateException("Every Java platform has SHA-256", ex);
    }
  }
}
