package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.operation.Operation;
import dev.migrations.operation.RefusedOperationsException;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.UnitWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionChecksumTests {

  @TempDir Path directory;

  @Test
  void isTheSameForTheSameMeaning() {
    String checksum = checksum("-- upgrade\nCREATE TABLE t (id int);\n-- downgrade\nDROP TABLE t");

    assertThat(checksum).matches("1:[0-9a-f]{16}");
    assertThat(checksum("-- upgrade\r\n\r\nCREATE TABLE t (id int);\r\n-- downgrade\r\n"))
        .isEqualTo(checksum);
    assertThat(checksum("-- UPGRADE\n-- why\ncreate  table T(ID int /* key */)\n;;"))
        .isEqualTo(checksum);
    assertThat(checksum("-- upgrade\nCREATE TABLE t (id int);\n-- irreversible: no"))
        .isEqualTo(checksum);
  }

  @Test
  void differsWhenTheMeaningDoes() {
    assertThat(
            List.of(
                checksum("-- upgrade\nCREATE TABLE t (id int)"),
                checksum("-- upgrade\nCREATE TABLE t (id bigint)"),
                checksum("-- upgrade\nCREATE TABLE \"T\" (id int)"),
                checksum("-- upgrade\nSELECT 'a'; SELECT 'b'"),
                checksum("-- upgrade\nSELECT 'b'; SELECT 'a'"),
                checksum("-- upgrade\nSELECT 'a  '; SELECT 'b'"),
                checksum("-- upgrade\n")))
        .doesNotHaveDuplicates();
  }

  @Test
  void staysTheSameInEveryVersionOfTheLibrary() {
    // printf 'sql select 1\0' | sha256sum
    assertThat(checksum("-- upgrade\nSELECT 1")).isEqualTo("1:f0b4becc15a61ff7");
  }

  @Test
  void ofAClassIsTakenOverItsStatements() {
    String checksum = checksum(op -> op.execute("CREATE TABLE t (id int)"));

    assertThat(checksum(op -> op.execute("create table t(id int) -- why"))).isEqualTo(checksum);
    assertThat(checksum(op -> op.execute("create table u(id int)"))).isNotEqualTo(checksum);
  }

  @Test
  void ofCodeIsTakenOverItsDescription() {
    String checksum = checksum(op -> op.run("fill the table", connection -> {}));

    assertThat(checksum(op -> op.run("fill the table", connection -> connection.isValid(1))))
        .isEqualTo(checksum);
    assertThat(checksum(op -> op.run("empty the table", connection -> {}))).isNotEqualTo(checksum);
  }

  @Test
  void ofOperationsThatAnOldServerRefusesIsTakenForALaterOne() {
    Operation recent = new Recent(17);

    assertThat(RevisionChecksum.of(List.of(recent))).matches("1:[0-9a-f]{16}");
    assertThatThrownBy(() -> RevisionChecksum.of(List.of(new Recent(1000))))
        .isInstanceOf(RefusedOperationsException.class);
  }

  private record Recent(int version) implements Operation {

    @Override
    public void writeTo(UnitWriter units) {
      units.require(version, this, "the statement");
      units.sql("SELECT " + version);
    }

    @Override
    public Reversal reversal() {
      return Reversal.impossible("this is a test");
    }

    @Override
    public String summary() {
      return "do something recent";
    }
  }

  @Test
  void anotherAlgorithmIsNeverAMismatch() {
    assertThat(RevisionChecksum.differ("1:aaaa", "1:bbbb")).isTrue();
    assertThat(RevisionChecksum.differ("1:aaaa", "1:aaaa")).isFalse();
    assertThat(RevisionChecksum.differ("1:aaaa", "2:bbbb")).isFalse();
  }

  private String checksum(String body) {
    return new RevisionFolder(directory)
        .revision("1.sql", "one", "", body)
        .load()
        .script("one")
        .checksum();
  }

  private static String checksum(Consumer<Operations> upgrade) {
    return RevisionScripts.load(
            List.of(), List.of(new Bean(upgrade)), RevisionChecksumTests.class.getClassLoader())
        .script("bean")
        .checksum();
  }

  @Revision(id = "bean", message = "A bean")
  private record Bean(Consumer<Operations> work) implements Migration {

    @Override
    public void upgrade(Operations op) {
      work.accept(op);
    }

    @Override
    public void downgrade(Operations op) {}
  }
}
