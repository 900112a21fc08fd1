package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import dev.migrations.sql.CopyData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a unit that is done is still the same. */
final class UnitChecksum {

  private UnitChecksum() {}

  static String of(Unit unit) {
    MessageDigest digest = sha256();
    if (unit instanceof Unit.Batches batches) {
      update(digest, text(batches.commands().get(0)));
      return walk(batches) + ":" + hex(digest);
    }
    if (unit instanceof Unit.Transaction transaction) {
      transaction.commands().forEach(command -> update(digest, text(command)));
    } else if (unit instanceof Unit.OutsideTransaction single) {
      update(digest, "outside");
      update(digest, text(single.statement()));
    }
    return hex(digest);
  }

  /**
   * Whether a unit in batches goes the way that an earlier one went: the position of the one is one
   * of the other. What happens to the rows may have been corrected.
   */
  static boolean isSameWalk(String checksum, Unit unit) {
    return unit instanceof Unit.Batches batches && checksum.startsWith(walk(batches) + ":");
  }

  private static String walk(Unit.Batches unit) {
    MessageDigest digest = sha256();
    update(digest, "batches of " + unit.change().kind());
    update(digest, unit.change().table().sql());
    unit.change().key().forEach(column -> update(digest, column));
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static String text(Command command) {
    if (command instanceof Command.Sql statement) {
      CopyData rows = statement.copyData();
      return rows == null ? statement.sql() : statement.sql() + ";\n" + rows.script();
    }
    return ((Command.Code) command).description();
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException ex) {
      throw new IllegalStateException("Every Java platform has SHA-256", ex);
    }
  }
}
