package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.engine.DatabaseUnavailableException;
import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.HistoryEvent;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.UnknownRevisionException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The commands that only look. */
@PostgresTest
class ReadingTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void writeRevisions() {
    revisions = BranchedRevisions.in(directory);
  }

  @Test
  void currentOfAnEmptyDatabaseIsNothingAndChangesNothing(TestDatabase db) {
    Current current = new Commands(revisions.on(db)).current(true);

    assertThat(current.rows()).isEmpty();
    assertThat(current.isAtHead()).isFalse();
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  @Test
  void currentTellsWhichRowsAreHeads(TestDatabase db) {
    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("x@head");
    commands.upgrade("c2");

    Current current = commands.current(false);

    assertThat(current.rows())
        .extracting(CurrentRevision::id, CurrentRevision::isHead, CurrentRevision::applied)
        .containsExactly(tuple("c2", false, null), tuple("d1", true, null));
    assertThat(current.isAtHead()).isFalse();
    commands.upgrade("heads");
    assertThat(commands.current(false).isAtHead()).isTrue();
  }

  @Test
  void currentWithDetailsTellsWhenAndByWhatEachRowWasSet(TestDatabase db) {
    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("d1");
    commands.downgrade("c1");
    commands.stamp(List.of("d2"), false);

    Current current = commands.current(true);

    assertThat(current.rows())
        .extracting(row -> Objects.requireNonNull(row.revision()).message())
        .containsExactly("Table c1", "Table d2");
    assertThat(current.rows())
        .extracting(row -> Objects.requireNonNull(row.applied()))
        .extracting(HistoryEntry::event, HistoryEntry::revision, HistoryEntry::applicationVersion)
        .containsExactly(
            tuple(HistoryEvent.UPGRADE, "c1", "1.2.3"), tuple(HistoryEvent.STAMP, "d2", "1.2.3"));
    assertThat(Objects.requireNonNull(current.rows().get(0).applied()).startedAt()).isNotNull();
  }

  @Test
  void currentShowsARowThatTheApplicationDoesNotKnow(TestDatabase db) {
    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("a");
    db.execute("UPDATE migrations_revision SET revision = 'lost'");
    db.execute("UPDATE migrations_history SET revision = 'lost'");

    CurrentRevision row = commands.current(true).rows().get(0);

    assertThat(row.id()).isEqualTo("lost");
    assertThat(row.revision()).isNull();
    assertThat(row.isHead()).isFalse();
    assertThat(Objects.requireNonNull(row.applied()).message()).isEqualTo("Table a");
  }

  @Test
  void headsAndBranchesNeedNoDatabase() {
    Commands commands = withoutDatabase();

    assertThat(commands.heads()).extracting(RevisionEntry::id).containsExactly("d1", "d2");
    assertThat(commands.branches()).hasSize(1);
    BranchPoint branch = commands.branches().get(0);
    assertThat(branch.revision().id()).isEqualTo("b");
    assertThat(branch.children())
        .extracting(RevisionEntry::id, RevisionEntry::labels)
        .containsExactly(tuple("c1", List.of("x")), tuple("c2", List.of("y")));
  }

  @Test
  void historyIsNewestFirstWithWhatIsSpecialAboutEach() {
    BranchedRevisions.merged(directory);

    List<RevisionEntry> history = withoutDatabase().history(null, false);

    assertThat(history)
        .extracting(RevisionEntry::id, entry -> List.copyOf(entry.markers()))
        .containsExactly(
            tuple("m", List.of(Marker.HEAD, Marker.MERGE_POINT)),
            tuple("d2", List.of()),
            tuple("d1", List.of()),
            tuple("c2", List.of()),
            tuple("c1", List.of()),
            tuple("b", List.of(Marker.BRANCH_POINT)),
            tuple("a", List.of()));
    assertThat(history.get(0).parents()).containsExactly("d1", "d2");
    assertThat(history.get(0).labels()).containsExactlyInAnyOrder("x", "y");
    assertThat(history.get(6).parents()).isEmpty();
    assertThat(history.get(6).origin()).endsWith("a.sql");
  }

  @Test
  void aHeadThatAnotherRevisionDependsOnIsAnEffectiveHead() {
    BranchedRevisions.write(revisions, "e2", "-- down-revision: d2\n-- depends-on: x\n");

    List<RevisionEntry> heads = withoutDatabase().heads();

    assertThat(heads)
        .extracting(RevisionEntry::id, entry -> List.copyOf(entry.markers()))
        .containsExactly(tuple("d1", List.of(Marker.HEAD)), tuple("e2", List.of(Marker.HEAD)));

    BranchedRevisions.write(revisions, "f2", "-- down-revision: e2\n-- depends-on: d1\n");

    RevisionEntry f2 = withoutDatabase().show(List.of("f2")).get(0);
    assertThat(f2.dependencies()).containsExactly("d1");
    assertThat(withoutDatabase().heads())
        .extracting(RevisionEntry::id, entry -> List.copyOf(entry.markers()))
        .containsExactly(
            tuple("d1", List.of(Marker.EFFECTIVE_HEAD)), tuple("f2", List.of(Marker.HEAD)));
  }

  @Test
  void historyMarksWhatIsCurrentAndApplied(TestDatabase db) {
    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("c1");

    assertThat(commands.history(null, true))
        .extracting(
            RevisionEntry::id, entry -> entry.is(Marker.CURRENT), entry -> entry.is(Marker.APPLIED))
        .containsExactly(
            tuple("d2", false, false),
            tuple("d1", false, false),
            tuple("c2", false, false),
            tuple("c1", true, true),
            tuple("b", false, true),
            tuple("a", false, true));
  }

  @Test
  void aRangeOfTheHistoryMayCountFromCurrent(TestDatabase db) {
    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("c1");

    assertThat(ids(commands.history("-1:current", false))).containsExactly("c1", "b");
    assertThat(ids(commands.history("current:x@head", false))).containsExactly("d1", "c1");
    assertThat(ids(commands.history(":+1", false))).containsExactly("d1", "c1", "b", "a");
  }

  @Test
  void aRangeOfNamesNeedsNoDatabase() {
    assertThat(ids(withoutDatabase().history("b:d2", false))).containsExactly("d2", "c2", "b");
  }

  @Test
  void showsSeveralRevisionsAndAsksTheDatabaseOnlyForCurrent(TestDatabase db) {
    assertThat(ids(withoutDatabase().show(List.of("c1", "heads", "d1"))))
        .containsExactly("c1", "d1", "d2");
    RevisionEntry b = withoutDatabase().show(List.of("b")).get(0);
    assertThat(b.children()).containsExactly("c1", "c2");
    assertThat(b.message()).isEqualTo("Table b");

    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("b");
    assertThat(ids(commands.show(List.of("current")))).containsExactly("b");
    assertThat(commands.show(List.of("current")).get(0).is(Marker.CURRENT)).isTrue();
  }

  @Test
  void aTargetThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> withoutDatabase().show(List.of("nope")))
        .isInstanceOf(UnknownRevisionException.class);
    assertThatThrownBy(() -> withoutDatabase().show(List.of("current")))
        .isInstanceOf(DatabaseUnavailableException.class);
  }

  /** A DataSource that cannot be asked. */
  private Commands withoutDatabase() {
    DataSource dataSource =
        new AbstractDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            throw new SQLException("The database was asked");
          }

          @Override
          public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("The database was asked");
          }
        };
    return new Commands(revisions.on(dataSource));
  }

  private static List<String> ids(List<RevisionEntry> entries) {
    return entries.stream().map(RevisionEntry::id).toList();
  }
}
