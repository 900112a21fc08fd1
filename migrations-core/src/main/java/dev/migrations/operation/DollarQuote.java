package dev.migrations.operation;

/** Text between dollar signs, with a tag that is not part of it. */
final class DollarQuote {

  private DollarQuote() {}

  static String quote(String text) {
    StringBuilder tag = new StringBuilder("$do");
    while (text.contains(tag)) {
      tag.append('_');
    }
    return tag + "$" + text + tag + "$";
  }
}
