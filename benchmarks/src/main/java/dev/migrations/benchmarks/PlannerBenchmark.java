package dev.migrations.benchmarks;

import dev.migrations.graph.Plan;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether planning stays near-linear: ten times the revisions, about ten times the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class PlannerBenchmark {

  /** How many revisions the graph has. */
  @Param({"1000", "10000"})
  public int revisions;

  /** What the graph looks like. */
  @Param public GraphShape shape = GraphShape.LINEAR;

  private List<RevisionNode> nodes = List.of();
  private RevisionGraph graph = RevisionGraph.of(List.of());
  private List<String> atHeads = List.of();

  /** Makes the graph and the version rows of a database that is at its heads. */
  @Setup
  public void prepare() {
    nodes = shape.revisions(revisions);
    graph = RevisionGraph.of(nodes);
    atHeads = graph.rowsAtHeads();
  }

  /** From the revisions to a graph without faults. */
  @Benchmark
  public RevisionGraph build() {
    return RevisionGraph.of(nodes);
  }

  /** From an empty database to the heads. */
  @Benchmark
  public Plan upgradeFromNothing() {
    return graph.upgrade(List.of(), "heads");
  }

  /** What a boot does when there is nothing to do. */
  @Benchmark
  public Plan upgradeAtHeads() {
    return graph.upgrade(atHeads, "heads");
  }

  /** From the heads to an empty database. */
  @Benchmark
  public Plan downgradeToBase() {
    return graph.downgrade(atHeads, "base");
  }

  /** All ancestors of the version rows. */
  @Benchmark
  public Set<String> applied() {
    return graph.applied(atHeads);
  }
}
