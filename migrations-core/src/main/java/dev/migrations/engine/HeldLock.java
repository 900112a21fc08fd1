package dev.migrations.engine;

/**
 * The server session that took the lock of a run.
 *
 * @param backend its process id, which another session may have later
 * @param since when it had the lock, by the server's clock
 */
record HeldLock(int backend, String since) {}
