package dev.migrations.operation;

/**
 * What stands between the parentheses of {@code CREATE TABLE}.
 *
 * @since 0.1.0
 */
public sealed interface TableElement permits Column, Constraint, Like {}
