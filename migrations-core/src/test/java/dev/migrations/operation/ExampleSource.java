package dev.migrations.operation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the authors of examples wrote in one file, as the compiler reads it. */
final class ExampleSource {

  private final Map<Long, ExpressionTree> recordedByLine = new HashMap<>();
  private final Map<String, LambdaExpressionTree> lambdas = new HashMap<>();
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String text;

  private ExampleSource(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      this.unit = task.parse().iterator().next();
      this.positions = Trees.instance(task).getSourcePositions();
      this.text = unit.getSourceFile().getCharContent(true).toString();
    }
    new Examples().scan(unit, null);
  }

  static ExampleSource of(Class<?> examples) throws IOException {
    return new ExampleSource(
        Path.of("src/test/java", examples.getName().replace('.', '/') + ".java"));
  }

  /** The calls of the example, or nothing when they are not written out at its place. */
  String calls(OperationExample example) {
    ExpressionTree recorded = recordedByLine.get((long) example.place().line());
    if (recorded instanceof IdentifierTree name) {
      recorded = lambdas.get(name.getName().toString());
    }
    return recorded instanceof LambdaExpressionTree lambda ? body(lambda.getBody()) : "";
  }

  private String body(Tree body) {
    if (body instanceof BlockTree block) {
      int start = start(block.getStatements().get(0));
      return withoutIndentation(start, end(block) - 1).stripTrailing();
    }
    return withoutIndentation(start(body), end(body)) + ';';
  }

  private String withoutIndentation(int start, int end) {
    int column = start - text.lastIndexOf('\n', start) - 1;
    return text.substring(start, end).replaceAll("\n {0," + column + "}", "\n");
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private final class Examples extends TreeScanner<Void, Void> {

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      note(call);
      return super.visitMethodInvocation(call, none);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      if (variable.getInitializer() instanceof LambdaExpressionTree lambda) {
        lambdas.put(variable.getName().toString(), lambda);
      }
      return super.visitVariable(variable, none);
    }

    /** The outermost call of a line stands for it. */
    private void note(MethodInvocationTree call) {
      List<? extends ExpressionTree> arguments = call.getArguments();
      if (!arguments.isEmpty()) {
        recordedByLine.putIfAbsent(
            unit.getLineMap().getLineNumber(start(call)), arguments.get(arguments.size() - 1));
      }
    }
  }
}
