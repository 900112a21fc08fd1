package dev.migrations.script;

import java.util.zip.CRC32;

/** Adds files up to one number, in any order. */
final class Inventory {

  private long number;

  void add(String path, byte[] bytes) {
    add(path, contents(bytes));
  }

  /**
   * @param contents see {@link #contents}
   */
  void add(String path, long contents) {
    number += Fingerprint.of(path, contents);
  }

  long number() {
    return number;
  }

  /**
   * What tells the bytes of a file from others: their checksum by CRC-32, and how many they are.
   */
  static long contents(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length);
    return contents(crc.getValue(), bytes.length);
  }

  static long contents(long crc, long length) {
    return crc << 32 | (length & 0xFFFF_FFFFL);
  }
}
