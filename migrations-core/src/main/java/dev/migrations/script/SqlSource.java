package dev.migrations.script;

import dev.migrations.error.OneLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An SQL file.
 *
 * @param file where it is read from
 */
record SqlSource(FoundFile file) {

  /** What it is called in messages. */
  String origin() {
    return OneLine.of(file.origin());
  }

  /** Its text, or null when it cannot be read, which is noted. */
  @Nullable String text(Faults faults) {
    byte[] bytes = bytes(faults);
    return bytes == null ? null : text(bytes, faults);
  }

  /** Its bytes, or null when they cannot be read, which is noted. */
  byte @Nullable [] bytes(Faults faults) {
    try {
      return file.bytes();
    } catch (IOException ex) {
      faults.add(
          0, "the file cannot be read: " + ex.getMessage(), "Make it readable to the application.");
      return null;
    }
  }

  /** The text of its bytes, or null when they are none, which is noted. */
  static @Nullable String text(byte[] bytes, Faults faults) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Malformed bytes become this character, which a file may also hold rightly.
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    if (!result.isError()) {
      return text;
    }
    int line = 1;
    for (int at = 0; at < in.position(); at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    faults.add(line, "the file is not valid UTF-8", "Save it as UTF-8.");
    return null;
  }
}
