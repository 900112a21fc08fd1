package dev.migrations.engine;

import java.util.List;

/**
 * The bookkeeping behind the commands of a transaction.
 *
 * @param statements committed with the commands, or not at all
 * @param guard the index of the one that refuses a null when the version rows were moved
 */
record Closing(List<String> statements, int guard) {}
