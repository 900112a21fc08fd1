package dev.migrations.benchmarks;

import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import java.util.List;
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

/** Whether cutting a script stays linear: ten times the text, about ten times the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class SplitterBenchmark {

  /** How long the script is. */
  @Param({"100000", "1000000"})
  public int characters;

  /** What it looks like. */
  @Param public ScriptShape shape = ScriptShape.STATEMENTS;

  private String script = "";

  /** Writes the script. */
  @Setup
  public void prepare() {
    script = shape.script(characters);
  }

  /** From the text to its statements. */
  @Benchmark
  public List<SqlStatement> split() {
    return SqlSplitter.split(script);
  }
}
