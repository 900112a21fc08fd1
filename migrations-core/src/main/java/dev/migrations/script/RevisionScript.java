package dev.migrations.script;

import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;
import dev.migrations.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as it is written down: a class or an SQL file. Its header is read when it is loaded,
 * its operations when they are asked for.
 *
 * @since 0.1.0
 */
public interface RevisionScript {

  /** Its place in the graph. */
  RevisionNode node();

  /** What it does, in one line. */
  String message();

  /**
   * Where another tool has brought a database that this base stands for; {@code null} for what is
   * no such base.
   */
  default @Nullable Predecessor adopts() {
    return null;
  }

  /**
   * The placeholders that an SQL file asks for in its header, in that order; none for any other
   * revision.
   */
  default List<String> placeholders() {
    return List.of();
  }

  /**
   * What it records for a direction, with the values of its placeholders.
   *
   * @return the operations, in order; none for a revision that only joins branches
   * @throws InvalidRevisionsException naming the file and line of SQL that cannot be read, or of
   *     placeholders that have no value
   * @throws NoDowngradeException when the revision says that it cannot be taken back, or an SQL
   *     file has no downgrade
   * @throws dev.migrations.error.MigrationsException naming the class, when it cannot be
   *     instantiated or its method fails
   */
  List<Operation> operations(Direction direction);

  /**
   * The checksum of its upgrade, taken over meaning: statements without comments and white space,
   * preceded by the version of its algorithm, such as {@code 1:9f86d081884c7d65}. Compare two of
   * them by {@link RevisionChecksum#differ}. Values of placeholders are not part of it.
   *
   * @throws dev.migrations.error.MigrationsException as {@link #operations}, but for placeholders
   *     without a value
   */
  String checksum();

  /**
   * A number that tells, without looking at the statements, that the checksum is still the one that
   * was recorded with this number: of an SQL file it is taken over its bytes. When it changed, only
   * the checksums show whether the revision means something else.
   *
   * @throws dev.migrations.error.MigrationsException as {@link #checksum}, but not for an SQL file
   */
  long fingerprint();
}
