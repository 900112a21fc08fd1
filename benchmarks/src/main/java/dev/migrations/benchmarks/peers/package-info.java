/** This project beside Flyway, Liquibase and plain JDBC. */
@NullMarked
package dev.migrations.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
