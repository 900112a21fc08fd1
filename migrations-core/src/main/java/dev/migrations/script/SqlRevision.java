package dev.migrations.script;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.operation.ExecuteSql;
import dev.migrations.operation.Operation;
import dev.migrations.script.SqlSections.Section;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import dev.migrations.sql.SqlTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision in an SQL file, which is read again when its statements are asked for. */
final class SqlRevision extends ChecksummedScript {

  /** In characters. */
  private static final int SHORT = 10_000;

  private final SqlSource source;
  private final long fingerprint;
  private final @Nullable Predecessor adopts;
  private final List<String> placeholders;
  private final Map<String, String> values;

  SqlRevision(
      RevisionNode node,
      String message,
      SqlSource source,
      long fingerprint,
      @Nullable Predecessor adopts,
      List<String> placeholders,
      Map<String, String> values) {
    super(node, message);
    this.source = source;
    this.fingerprint = fingerprint;
    this.adopts = adopts;
    this.placeholders = placeholders;
    this.values = values;
  }

  @Override
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public @Nullable Predecessor adopts() {
    return adopts;
  }

  @Override
  public List<String> placeholders() {
    return placeholders;
  }

  @Override
  public List<Operation> operations(Direction direction) {
    if (direction == Direction.UPGRADE) {
      List<Operation> kept = kept();
      return kept == null ? upgrade(sections()) : kept;
    }
    SqlSections sections = sections();
    Section downgrade = sections.downgrade();
    if (downgrade == null) {
      throw new NoDowngradeException(node().id(), source.origin(), sections.reason());
    }
    return operations(sections.placeholders(), downgrade);
  }

  private List<Operation> upgrade(SqlSections sections) {
    List<Operation> upgrade = operations(sections.placeholders(), sections.upgrade());
    if (sections.placeholders().isEmpty()) {
      keep(upgrade, sections.upgrade().text().length() <= SHORT);
    }
    return upgrade;
  }

  /** Over the file as it is without values: another value is no edit. */
  @Override
  String computeChecksum() {
    SqlSections sections = sections();
    if (sections.placeholders().isEmpty()) {
      return RevisionChecksum.of(operations(sections.placeholders(), sections.upgrade()));
    }
    Section upgrade = sections.upgrade();
    try {
      return RevisionChecksum.of(
          sections.placeholders(), SqlSplitter.split(upgrade.text(), upgrade.line()));
    } catch (SqlTextException ex) {
      throw fault(ex.line(), ex.problem(), ex.action());
    }
  }

  private SqlSections sections() {
    Faults faults = new Faults(source.origin());
    String text = source.text(faults);
    if (text != null) {
      SqlHeader header = SqlHeaderReader.read(text, faults);
      if (faults.isEmpty()) {
        SqlSections sections = SqlSections.read(text, header, faults);
        if (faults.isEmpty()) {
          return sections;
        }
      }
    }
    throw new InvalidRevisionsException(faults.found(), List.of());
  }

  private List<Operation> operations(Placeholders placeholders, Section written) {
    Faults faults = new Faults(source.origin());
    placeholders.refuseWithout(values, faults);
    if (!faults.isEmpty()) {
      throw new InvalidRevisionsException(faults.found(), List.of());
    }
    try {
      Section section = placeholders.fill(written, values);
      List<Operation> operations = new ArrayList<>();
      for (SqlStatement statement : SqlSplitter.split(section.text(), section.line())) {
        operations.add(operation(statement));
      }
      operations.addAll(DeclaredLosses.in(section));
      return List.copyOf(operations);
    } catch (SqlTextException ex) {
      throw fault(ex.line(), ex.problem(), ex.action());
    }
  }

  private Operation operation(SqlStatement statement) {
    try {
      return ExecuteSql.of(statement);
    } catch (SqlTextException ex) {
      throw ex;
    } catch (MigrationsException ex) {
      throw fault(statement.line(), ex.description(), ex.action());
    }
  }

  private InvalidRevisionsException fault(int line, String problem, String action) {
    return new InvalidRevisionsException(new ScriptFault(source.origin(), line, problem, action));
  }
}
