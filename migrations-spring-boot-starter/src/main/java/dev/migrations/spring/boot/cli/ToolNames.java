package dev.migrations.spring.boot.cli;

import dev.migrations.script.PredecessorTool;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The tools of {@code --from} as they are typed, where picocli would offer the constants. */
final class ToolNames implements Iterable<String>, ITypeConverter<PredecessorTool> {

  @Override
  public Iterator<String> iterator() {
    return Stream.of(PredecessorTool.values()).map(PredecessorTool::code).iterator();
  }

  @Override
  public PredecessorTool convert(String value) {
    for (PredecessorTool tool : PredecessorTool.values()) {
      if (tool.code().equalsIgnoreCase(value)) {
        return tool;
      }
    }
    throw new TypeConversionException(
        "expected one of %s but was '%s'".formatted(String.join(", ", this), value));
  }
}
