package dev.migrations.sql;

/**
 * One statement of a script, without the semicolon that ends it.
 *
 * @param text the statement as written, from its first token to its last
 * @param line the line of the script on which its first token stands, from 1
 * @since 0.1.0
 */
public record SqlStatement(String text, int line) {}
