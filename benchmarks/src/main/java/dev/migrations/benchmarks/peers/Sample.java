package dev.migrations.benchmarks.peers;

/**
 * One run of a program.
 *
 * @param millis how long its work took, from before the first class of it was loaded
 * @param processMillis how long its process took, with the start of the JVM
 * @param processorMillis how long processors worked for it, the JVM's compilers included
 * @param resident the peak resident set of the process, in bytes
 * @param heap the peak of the heap, in bytes
 * @param connections how many it opened, if they were counted
 * @param roundTrips how many there were on them, without those of opening them, if they were
 *     counted
 */
record Sample(
    double millis,
    double processMillis,
    double processorMillis,
    long resident,
    long heap,
    int connections,
    int roundTrips) {

  /** Before anything was counted. */
  Sample(double millis, double processMillis, double processorMillis, long resident, long heap) {
    this(millis, processMillis, processorMillis, resident, heap, 0, 0);
  }

  Sample with(int countedConnections, int countedRoundTrips) {
    return new Sample(
        millis,
        processMillis,
        processorMillis,
        resident,
        heap,
        countedConnections,
        countedRoundTrips);
  }
}
