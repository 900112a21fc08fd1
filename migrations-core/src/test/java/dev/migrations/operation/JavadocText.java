package dev.migrations.operation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Javadoc comment says before its tags, as Markdown. */
final class JavadocText {

  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("<a\\s+href=\"([^\"]+)\">([^<]+)</a>");

  private final String comment;

  private JavadocText(String comment) {
    this.comment = comment.replaceAll("\\s*\\R\\s*\\*( |$)?", " ").strip();
  }

  /** The last comment before the given place of a source. */
  static JavadocText before(String source, int place) {
    Matcher comment = COMMENT.matcher(source.substring(0, place));
    String last = "";
    while (comment.find()) {
      last = comment.group(1);
    }
    return new JavadocText(last);
  }

  String firstSentence() {
    return markdown(description().split("(?<=\\.)\\s", 2)[0]);
  }

  /** What follows its first sentence. */
  String rest() {
    String[] sentences = description().split("(?<=\\.)\\s", 2);
    return sentences.length == 1 ? "" : markdown(sentences[1]);
  }

  /** The page of the manual that it leads to. */
  String manual() {
    Matcher link = LINK.matcher(comment);
    if (!link.find()) {
      throw new IllegalStateException("No link to the manual in: " + comment);
    }
    return "[%s](%s)".formatted(link.group(2).strip().replaceAll("\\s+", " "), link.group(1));
  }

  private String description() {
    return comment.split("\\s@(param|see|since|throws|return) ", 2)[0];
  }

  private static String markdown(String javadoc) {
    return javadoc
        .replaceAll("<pre>.*?</pre>", "")
        .replaceAll("\\{@(?:code|literal) ([^{}]*)}", "`$1`")
        .replaceAll("\\{@link(?:plain)? [^{} ]+ ([^{}]*)}", "$1")
        .replaceAll("\\{@link (?:Builder#|#)?([\\w.]+)(?:#(\\w+))?[^{}]*}", "`$1.$2`")
        .replaceAll("\\.`", "`")
        .replaceAll(" *<p> *", "\n\n")
        .replaceAll(" +", " ")
        .replaceAll("&lt;", "<")
        .strip();
  }
}
