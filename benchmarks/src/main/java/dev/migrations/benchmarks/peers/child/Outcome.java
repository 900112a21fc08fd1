package dev.migrations.benchmarks.peers.child;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the process that started this one what it came to. */
public final class Outcome {

  /** The line begins with this; behind it stand twice nanoseconds, and twice bytes. */
  public static final String MARK = "outcome: ";

  private static final PrintStream OUT = System.out;

  private Outcome() {}

  static void print(long nanos) throws IOException {
    // First of all, since what follows needs memory too.
    long resident = peakResident();
    OUT.println(MARK + nanos + " " + processorTime() + " " + resident + " " + peakHeap());
  }

  /** What all threads of the process have taken, the compilers' included, with the JVM's start. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The peak resident set, by Linux (proc_pid_status(5), VmHWM); 0 elsewhere. */
  private static long peakResident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }

  /** The peaks of the heap's pools, added up. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
