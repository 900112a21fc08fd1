package dev.migrations.script;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A hash of 64 bits that is cheap in a JVM that has just started: both halves are computed by
 * native code. Fingerprints of several texts are combined by exclusive or, in which the difference
 * of two plain CRCs would cancel out; hence the mixing behind them.
 */
final class Fingerprint {

  private Fingerprint() {}

  static long of(byte[] bytes) {
    CRC32 crc32 = new CRC32();
    crc32.update(bytes, 0, bytes.length);
    CRC32C crc32c = new CRC32C();
    crc32c.update(bytes, 0, bytes.length);
    return mixed(crc32.getValue() << 32 | crc32c.getValue());
  }

  /**
   * Of a file.
   *
   * @param contents a number for what is in it
   */
  static long of(String path, long contents) {
    return mixed(contents ^ mixed(path.hashCode()));
  }

  /** The finalizer of MurmurHash3, a bijection. */
  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
