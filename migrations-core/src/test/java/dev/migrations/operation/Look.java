package dev.migrations.operation;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What was seen while a unit ran, or at its end, before it was committed: a transaction keeps all
 * its locks until then.
 *
 * @param statement the first statement of the unit
 * @param waits whether it was stopped in its course
 * @param rowsRead how many rows of tables in use it had read; 0 when it was stopped
 * @param stopping the locks on tables in use, held or waited for, that stop their traffic
 * @param stopped the first statement of the traffic that met a lock
 */
@NullMarked
record Look(
    String statement,
    boolean waits,
    long rowsRead,
    List<String> stopping,
    @Nullable String stopped) {

  /** Whether this is a moment that grows with the tables, or with the patience of others. */
  boolean matters() {
    return waits || rowsRead > 0;
  }
}
