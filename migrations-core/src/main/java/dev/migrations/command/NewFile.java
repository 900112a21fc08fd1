package dev.migrations.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a file that must not be there yet. */
final class NewFile {

  private NewFile() {}

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException ex) {
      throw new AuthoringException(
          "The file " + ex.getFile() + " exists already, and was left as it is.",
          "Choose another message or id, or move that file away.",
          ex);
    } catch (IOException ex) {
      throw new AuthoringException(
          "The file " + file + " cannot be written: " + ex,
          "Make its directory writable, or choose a shorter id.",
          ex);
    }
  }
}
