package dev.migrations.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * An SQL file.
 *
 * @param resource where it is read from
 * @param origin what it is called in messages
 */
record SqlSource(Resource resource, String origin) {

  /** Its text, or null when it cannot be read, which is noted. */
  @Nullable String text(Faults faults) {
    try {
      return decode(resource.getContentAsByteArray(), faults);
    } catch (IOException ex) {
      faults.add(
          0, "the file cannot be read: " + ex.getMessage(), "Make it readable to the application.");
      return null;
    }
  }

  private static @Nullable String decode(byte[] bytes, Faults faults) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return out.flip().toString();
    }
    int line = 1;
    for (int at = 0; at < in.position(); at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    faults.add(line, "the file is not valid UTF-8", "Save it as UTF-8.");
    return null;
  }
}
