package dev.migrations.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of {@code splitter/corpus.txt}, which says how they are written down. */
final class SplitterCorpus {

  private static final Pattern SINCE = Pattern.compile("since (\\d+): (.*)");
  private static final Pattern CHARACTER = Pattern.compile("⟨(\\p{XDigit}+)⟩");

  /**
   * A text.
   *
   * @param note what is hard about it
   * @param since the oldest major version of PostgreSQL that knows what it says
   */
  record Entry(String note, int since, String text) {}

  private SplitterCorpus() {}

  static List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    for (String part : file().substring(1).split("\n====")) {
      int behindNote = part.indexOf('\n');
      String note = part.substring(0, behindNote).strip();
      Matcher since = SINCE.matcher(note);
      entries.add(
          new Entry(
              note,
              since.matches() ? Integer.parseInt(since.group(1)) : 0,
              text(part.substring(behindNote + 1))));
    }
    // In front of the first stands what the file is.
    return entries.subList(1, entries.size());
  }

  private static String text(String written) {
    String text =
        written.replace('␍', '\r').replace('␌', '\f').replace('␋', '\u000B').replace('␠', ' ');
    return CHARACTER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  private static String file() {
    try (InputStream file = SplitterCorpus.class.getResourceAsStream("/splitter/corpus.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }
}
