/**
 * One type per operation: what it is, its SQL, its reverse, and how it stays safe.
 *
 * <p>An operation is one record in one file, with its builder nested in it: {@link
 * dev.migrations.operation.Operation#writeTo} writes its statements and asks the {@link
 * dev.migrations.operation.UnitWriter} whether a table is new and which server will run them. What
 * has both a safe road and a plain form calls the plain one {@code blocking()}; what drops
 * something learns from {@code definition(…)} what it was; what changes something learns from
 * {@code from…(…)} what it was before. Both are needed only to undo it.
 */
@NullMarked
package dev.migrations.operation;

import org.jspecify.annotations.NullMarked;
