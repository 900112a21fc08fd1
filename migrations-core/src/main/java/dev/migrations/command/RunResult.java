package dev.migrations.command;

import dev.migrations.engine.RunReport;
import dev.migrations.graph.Plan;

/**
 * What an upgrade or a downgrade did.
 *
 * @param plan what it was to do, as it was planned under the lock; empty when there was nothing to
 *     do
 * @param report what it did
 * @since 0.1.0
 */
public record RunResult(Plan plan, RunReport report) {}
