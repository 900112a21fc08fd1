package dev.migrations.script;

/**
 * One reason why a revision cannot be read.
 *
 * @param origin the file, class or location at fault
 * @param line the line of the file, from 1; 0 where there is none
 * @param problem what is wrong
 * @param action what the author does about it
 * @since 0.1.0
 */
public record ScriptFault(String origin, int line, String problem, String action) {

  /** What is wrong and where, in one line. */
  public String message() {
    return line > 0 ? origin + ", line " + line + ": " + problem : origin + ": " + problem;
  }
}
