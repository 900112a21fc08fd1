package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.graph.RevisionNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlHeaderTests {

  @TempDir Path directory;
  private RevisionFolder folder;

  @BeforeEach
  void createFolder() {
    folder = new RevisionFolder(directory);
  }

  @Test
  void readsEveryKey() {
    folder.revision("1.sql", "a", "", "-- upgrade").revision("2.sql", "b", "", "-- upgrade");
    folder.file(
        "3.sql",
        "\uFEFF/* Copyright */",
        "-- Written by hand",
        "--Revision:c",
        "  -- down-revision: a , b",
        "-- depends-on: a",
        "-- branch-labels: shop,stock",
        "-- replaces: x, y",
        "-- message: Join: both",
        "-- UPGRADE");

    RevisionScript script = folder.load().script("c");

    assertThat(script.node())
        .isEqualTo(
            new RevisionNode(
                "c",
                List.of("a", "b"),
                List.of("a"),
                List.of("shop", "stock"),
                List.of("x", "y"),
                directory.resolve("3.sql").toString()));
    assertThat(script.message()).isEqualTo("Join: both");
  }

  @Test
  void takesProseBehindABlankLineForWhatItIsButNotAMistypedKey() {
    folder.file(
        "1.sql",
        "-- revision: a",
        "-- message: Partial index",
        "",
        "-- partial: most payments are settled",
        "-- upgrade");
    assertThat(folder.load().script("a").message()).isEqualTo("Partial index");

    folder.file("1.sql", "-- revision: a", "-- message: m", "", "-- dependson: b", "-- upgrade");
    assertThat(catchThrowableOfType(InvalidRevisionsException.class, folder::load).faults())
        .extracting(ScriptFault::line)
        .containsExactly(4);
  }

  @Test
  void reportsEveryFaultOfEveryFileAtOnce() {
    folder
        .file("a.sql", "SELECT 1;")
        .file("b.sql", "-- revision: b", "-- mesage: Typo", "-- upgrade")
        .file("c.sql", "-- revision: c", "-- message: No section")
        .file("d.sql", "-- revision: d", "-- message: d", "SELECT 1;", "-- upgrade")
        .file("e.sql", "-- message: e", "-- message: again", "-- down-revision: b,,c", "-- upgrade")
        .file(
            "f.sql", "-- revision f", "-- revision:", "-- message: f", "-- downgrade", "-- upgrade")
        .file("g.sql", "-- revision: g", "-- message: g", "-- upgrade", "--", "-- upgrade")
        .file("h.sql", "-- revision: h", "-- message: h", "-- upgrade", "-- irreversible")
        .file("i.sql", "-- revision: i", "/*", "-- message: i");
    folder.bytes("u.sql", "-- revision: ü\n-- message: é".getBytes(StandardCharsets.ISO_8859_1));

    InvalidRevisionsException ex =
        catchThrowableOfType(InvalidRevisionsException.class, folder::load);

    assertThat(ex.faults())
        .extracting(
            fault -> Path.of(fault.origin()).getFileName().toString(),
            ScriptFault::line,
            ScriptFault::problem)
        .containsExactly(
            tuple("a.sql", 1, "a statement stands before '-- upgrade'"),
            tuple("a.sql", 1, "there is no revision header"),
            tuple("b.sql", 2, "the header has no key 'mesage'; did you mean 'message'?"),
            tuple("b.sql", 1, "the header has no 'message'"),
            tuple("c.sql", 2, "there is no '-- upgrade' line"),
            tuple("d.sql", 3, "a statement stands before '-- upgrade'"),
            tuple("e.sql", 2, "'message' is there already, on line 1"),
            tuple("e.sql", 1, "the header has no 'revision'"),
            tuple("e.sql", 3, "'down-revision' has a comma too many"),
            tuple("f.sql", 1, "'revision' is not followed by a colon"),
            tuple("f.sql", 4, "'-- downgrade' stands before '-- upgrade'"),
            tuple("f.sql", 2, "'revision' has no value"),
            tuple("g.sql", 5, "'-- upgrade' is there already, on line 3"),
            tuple("h.sql", 4, "'-- irreversible' gives no reason"),
            tuple("i.sql", 2, "a comment that begins here is never closed"),
            tuple("i.sql", 1, "the header has no 'message'"),
            tuple("u.sql", 1, "the file is not valid UTF-8"));
    assertThat(ex.description()).contains("17 faults", "g.sql, line 5: ");
    assertThat(ex.action()).contains("Save it as UTF-8.");
    assertThat(ex.graphFaults()).isEmpty();
  }

  @Test
  void reportsTheFaultsOfTheGraphBesideThoseOfFiles() {
    folder
        .file("a.sql", "-- revision: a", "-- down-revision: nowhere", "-- message: a", "-- upgrade")
        .file("b.sql", "-- revision: b", "-- upgrade");

    InvalidRevisionsException ex =
        catchThrowableOfType(InvalidRevisionsException.class, folder::load);

    assertThat(ex.faults()).hasSize(1);
    assertThat(ex.graphFaults()).hasSize(1);
    assertThat(ex.description()).contains("b.sql, line 1", "nowhere");
  }

  @Test
  void aReplacementCharacterThatIsWrittenIsNoFault() {
    folder.revision("a.sql", "a", "", "-- upgrade", "SELECT '\uFFFD'");

    assertThat(folder.load().scripts()).hasSize(1);
  }

  @Test
  void anUnknownKeyThatIsLikeNoneOffersAll() {
    folder.file("a.sql", "-- revision: a", "-- author: me", "-- message: a", "-- upgrade");

    InvalidRevisionsException ex =
        catchThrowableOfType(InvalidRevisionsException.class, folder::load);

    assertThat(ex.description()).contains("a.sql, line 2").doesNotContain("did you mean");
    assertThat(ex.action())
        .contains("revision, down-revision, depends-on, branch-labels, replaces, message");
  }
}
