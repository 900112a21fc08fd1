package dev.migrations.script;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the head of an SQL file. */
final class SqlCandidates {

  private SqlCandidates() {}

  /**
   * @param values the values of placeholders; they are not looked at yet
   */
  static Candidate read(SqlSource source, Map<String, String> values, Inventory inventory) {
    Faults faults = new Faults(source.origin());
    byte[] bytes = source.bytes(faults);
    String text = bytes == null ? null : SqlSource.text(bytes, faults);
    RevisionHeader header = RevisionHeader.UNKNOWN;
    List<String> placeholders = List.of();
    if (bytes != null) {
      inventory.add(source.file().path(), bytes);
    }
    if (text != null) {
      SqlHeader head = SqlHeaderReader.read(text, faults);
      header = head.revision();
      placeholders = head.placeholders().names();
      checkBody(text, head, faults);
    }
    String message = Objects.requireNonNullElse(header.message(), "");
    Predecessor adopts = header.adopts();
    List<String> names = placeholders;
    long fingerprint = bytes == null ? 0 : Fingerprint.of(bytes);
    return new Candidate(
        fileName(source),
        source.origin(),
        header,
        faults.found(),
        node -> new SqlRevision(node, message, source, fingerprint, adopts, names, values));
  }

  private static void checkBody(String text, SqlHeader head, Faults faults) {
    boolean fills = !head.placeholders().isEmpty();
    if (head.bodyStart() < 0 || !(fills || SqlSections.mayBeWrong(text, head))) {
      return;
    }
    SqlSections sections = SqlSections.read(text, head, faults);
    if (fills && faults.isEmpty()) {
      head.placeholders().refuseUnused(sections, faults);
    }
  }

  private static String fileName(SqlSource source) {
    String name = source.file().name();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
