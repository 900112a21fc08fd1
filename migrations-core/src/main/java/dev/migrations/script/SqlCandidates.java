package dev.migrations.script;

import java.util.Objects;

/** Reads the head of an SQL file. */
final class SqlCandidates {

  private SqlCandidates() {}

  static Candidate read(SqlSource source) {
    Faults faults = new Faults(source.origin());
    String text = source.text(faults);
    RevisionHeader header = RevisionHeader.UNKNOWN;
    if (text != null) {
      SqlHeader head = SqlHeaderReader.read(text, faults);
      header = head.revision();
      if (head.bodyStart() >= 0 && SqlSections.mayBeWrong(text, head)) {
        SqlSections.read(text, head, faults);
      }
    }
    String message = Objects.requireNonNullElse(header.message(), "");
    Predecessor adopts = header.adopts();
    return new Candidate(
        fileName(source),
        source.origin(),
        header,
        faults.found(),
        node -> new SqlRevision(node, message, source, adopts));
  }

  private static String fileName(SqlSource source) {
    String name = Objects.requireNonNullElse(source.resource().getFilename(), source.origin());
    return name.substring(0, name.lastIndexOf('.'));
  }
}
