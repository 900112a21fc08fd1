/** One type per operation: what it is, its SQL, its reverse, and how it stays safe. */
@NullMarked
package dev.migrations.operation;

import org.jspecify.annotations.NullMarked;
