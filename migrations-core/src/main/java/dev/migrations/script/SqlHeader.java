package dev.migrations.script;

/**
 * The head of an SQL file.
 *
 * @param revision what it says of the revision
 * @param placeholders what it wants to have replaced
 * @param bodyStart where the text behind its {@code -- upgrade} begins; -1 when there is none
 * @param bodyLine the line of {@code -- upgrade}
 */
record SqlHeader(RevisionHeader revision, Placeholders placeholders, int bodyStart, int bodyLine) {}
