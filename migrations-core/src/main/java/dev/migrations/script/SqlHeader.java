package dev.migrations.script;

/**
 * The head of an SQL file.
 *
 * @param revision what it says
 * @param bodyStart where the text behind its {@code -- upgrade} begins; -1 when there is none
 * @param bodyLine the line of {@code -- upgrade}
 */
record SqlHeader(RevisionHeader revision, int bodyStart, int bodyLine) {}
