package docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages show what is compiled and run, and their links lead somewhere. */
class DocumentationTests {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private static final Pattern SAMPLE =
      Pattern.compile("<!-- from (\\S+) -->\\R```\\w*\\R(.*?)\\R```", Pattern.DOTALL);

  private static final Pattern CODE = Pattern.compile("(.*)\\R```(java|sql|yaml|properties)\\R");

  /** A page that a test writes out of the code; that test holds it to the code. */
  private static final Pattern WRITTEN = Pattern.compile("\\A<!-- written by (\\S+) -->");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @TestFactory
  List<DynamicTest> everySampleStandsInTheFileThatItNames() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher sample = SAMPLE.matcher(Files.readString(page));
      while (sample.find()) {
        Path source = ROOT.resolve(sample.group(1));
        String text = sample.group(2);
        tests.add(
            DynamicTest.dynamicTest(
                ROOT.relativize(page) + " from " + sample.group(1),
                () -> assertThat(Files.readString(source)).contains(text)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  @TestFactory
  List<DynamicTest> noSampleOfCodeComesFromNowhere() throws IOException {
    return pages().stream()
        .filter(page -> writer(page).isEmpty())
        .map(
            page ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(page).toString(),
                    () ->
                        assertThat(CODE.matcher(Files.readString(page)).results())
                            .allSatisfy(
                                code -> assertThat(code.group(1)).startsWith("<!-- from "))))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyPageThatSaysSoIsWrittenByATest() throws IOException {
    return pages().stream()
        .filter(page -> !writer(page).isEmpty())
        .map(
            page ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(page).toString(),
                    () -> assertThat(ROOT.resolve(writer(page))).content().contains("@Test")))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyLinkToAFileLeadsToOne() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        Path linked = page.resolveSibling(link.group(1)).normalize();
        tests.add(
            DynamicTest.dynamicTest(
                ROOT.relativize(page) + " to " + link.group(1), () -> assertThat(linked).exists()));
      }
    }
    return tests;
  }

  private static String writer(Path page) {
    try {
      Matcher written = WRITTEN.matcher(Files.readString(page));
      return written.find() ? written.group(1) : "";
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.concat(top, docs), Stream.of(ROOT.resolve("example-app/README.md")))
          .filter(file -> file.toString().endsWith(".md"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }
}
