package dev.migrations.benchmarks.peers;

/** How a tool has migrations written. */
interface Dialect {

  /** As many migrations in SQL files. */
  Sources files(int migrations);

  /** As many migrations in Java classes. */
  Sources classes(int migrations);
}
