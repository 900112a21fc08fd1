package dev.migrations.script;

import dev.migrations.operation.Command;
import dev.migrations.operation.Operation;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.sql.SqlStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Checksums over what a revision means: its statements, as they are written for a fixed version of
 * the server, without comments, white space and the case of words; code by its description. How the
 * statements are cut into units plays no part, and neither do the values of placeholders.
 *
 * @since 0.1.0
 */
public final class RevisionChecksum {

  /**
   * What is recorded for a revision that counts as applied and never ran there, because it stands
   * for a database of another tool: no later text of it contradicts what happened.
   */
  public static final String NOT_COMPARED = "adopted";

  private static final String ALGORITHM = "1";
  private static final int HEX_DIGITS = 16;

  private RevisionChecksum() {}

  /**
   * Whether two checksums of a revision show that it was edited. Those of different algorithms
   * cannot show anything, so that a new algorithm is never a mismatch.
   *
   * @param recorded the checksum that was recorded when the revision was applied
   * @param current the checksum of the revision as it is now
   */
  public static boolean differ(String recorded, String current) {
    return algorithm(recorded).equals(algorithm(current)) && !recorded.equals(current);
  }

  static String of(List<Operation> operations) {
    MessageDigest digest = sha256();
    for (Unit unit : UnitWriter.unitsForOldestServer(operations)) {
      if (unit instanceof Unit.Transaction transaction) {
        transaction.commands().forEach(command -> add(digest, command));
      } else if (unit instanceof Unit.OutsideTransaction outside) {
        add(digest, outside.statement());
      } else if (unit instanceof Unit.Batches batches) {
        // As the plain statement: its meaning; how it is cut may be tuned at any time.
        batches.commands().forEach(command -> add(digest, command));
      }
    }
    return text(digest);
  }

  /** Of an SQL file without the values of its placeholders; which ones it has is part of it. */
  static String of(Placeholders placeholders, List<SqlStatement> statements) {
    MessageDigest digest = sha256();
    placeholders.names().stream().sorted().forEach(name -> add(digest, "placeholder " + name));
    statements.forEach(statement -> add(digest, meaning(statement)));
    return text(digest);
  }

  private static String text(MessageDigest digest) {
    String hex = HexFormat.of().formatHex(digest.digest());
    return ALGORITHM + ":" + hex.substring(0, HEX_DIGITS);
  }

  private static void add(MessageDigest digest, Command command) {
    String meaning;
    if (command instanceof Command.Sql sql) {
      meaning = meaning(sql.statement());
    } else if (command instanceof Command.Code code) {
      meaning = "code " + code.description();
    } else {
      throw new IllegalArgumentException("Unknown command " + command);
    }
    add(digest, meaning);
  }

  private static String meaning(SqlStatement statement) {
    return "sql " + statement.normalized();
  }

  private static void add(MessageDigest digest, String meaning) {
    digest.update(meaning.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static String algorithm(String checksum) {
    int colon = checksum.indexOf(':');
    return colon < 0 ? "" : checksum.substring(0, colon);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException ex) {
      throw new IllegalStateException("Every Java platform has SHA-256", ex);
    }
  }
}
