package dev.migrations.spring.boot.cli;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlTextException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that is said to have the output of pg_dump. */
final class DumpFile {

  /** How dumps in the formats custom and tar begin. */
  private static final List<String> ARCHIVES = List.of("PGDMP", "toc.dat");

  private DumpFile() {}

  /**
   * Its text.
   *
   * @throws MigrationsException when it is not there or no plain text
   */
  static String read(Path given) {
    Path file = given.toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      throw new MigrationsException(
          "There is no file " + file,
          "Write it with pg_dump --schema-only --no-owner --no-privileges --file=" + given);
    }
    if (Files.isDirectory(file)) {
      throw notPlain(file);
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
      if (ARCHIVES.stream().anyMatch(start::startsWith)) {
        throw notPlain(file);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException ex) {
      throw new MigrationsException(
          "The file " + file + " is not UTF-8.", "Write it with pg_dump --encoding=UTF8.", ex);
    } catch (IOException ex) {
      throw new MigrationsException(
          "The file %s cannot be read: %s".formatted(file, ex),
          "Give the file that pg_dump --schema-only wrote in its plain format.",
          ex);
    }
  }

  /** Its name goes before the line. */
  static MigrationsException refused(Path given, SqlTextException fault) {
    return new MigrationsException(
        "%s, line %d: %s"
            .formatted(given.toAbsolutePath().normalize(), fault.line(), fault.problem()),
        fault.action(),
        fault);
  }

  private static MigrationsException notPlain(Path file) {
    return new MigrationsException(
        "%s is a dump, but not in plain text.".formatted(file),
        "Leave --format out of pg_dump, or turn it into text: pg_restore --schema-only --no-owner"
            + " --no-privileges --file=schema.sql "
            + file);
  }
}
