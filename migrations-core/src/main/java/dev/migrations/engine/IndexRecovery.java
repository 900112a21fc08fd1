package dev.migrations.engine;

import dev.migrations.engine.IndexCatalog.Definition;
import dev.migrations.engine.IndexCatalog.Index;
import dev.migrations.operation.Recovery;
import dev.migrations.operation.Recovery.IndexBuild;
import dev.migrations.operation.Recovery.IndexDrop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the concurrent forms of index statements repeatable, by asking the catalog. */
final class IndexRecovery {

  private static final Logger log = LoggerFactory.getLogger(IndexRecovery.class);

  static final Duration PATIENCE_AFTER_FAILURE = Duration.ofSeconds(3);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final IndexCatalog catalog;

  IndexRecovery(Connection connection) {
    this.catalog = new IndexCatalog(connection);
  }

  /**
   * Whether the statement's work is done already; clears away what stands in its way.
   *
   * @param startedBefore whether an earlier run started the statement and did not note its end
   * @throws IndexMismatchException when a valid index with another definition has the name
   */
  boolean isDone(Recovery recovery, boolean startedBefore) throws SQLException {
    if (recovery instanceof IndexBuild build) {
      return isBuilt(build);
    }
    if (recovery instanceof IndexDrop drop) {
      return startedBefore && !catalog.exists(drop.index());
    }
    return false;
  }

  private boolean isBuilt(IndexBuild build) throws SQLException {
    Index index = findBuilt(build);
    if (index == null) {
      return false;
    }
    if (!index.onTable()) {
      throw new IndexMismatchException(
          index.name(), "an index on " + build.table().name(), index.definition().text());
    }
    if (!index.valid()) {
      log.warn(
          "Index {} is there but invalid, left by a build that did not end; dropping it to build it again",
          index.name());
      catalog.dropConcurrently(index.name());
      return false;
    }
    Definition wanted = catalog.definition(build, index);
    if (!wanted.meaning().equals(index.definition().meaning())) {
      throw new IndexMismatchException(
          index.name(), wanted.meaning(), index.definition().meaning());
    }
    log.info("Index {} is there already with the same definition", index.name());
    return true;
  }

  /**
   * The index, once nobody else is building it. To drop it meanwhile would wait for that build, and
   * either end in a deadlock with it or drop what it has built.
   */
  private @Nullable Index findBuilt(IndexBuild build) throws SQLException {
    boolean announced = false;
    while (true) {
      Index index = catalog.find(build);
      if (index == null || !isInvalid(index)) {
        return index;
      }
      if (!catalog.isBuiltByAnother(index, build.table())) {
        // Once more: its build may have come to its end between the two questions.
        return catalog.find(build);
      }
      if (!announced) {
        announced = true;
        log.info("Another session is building index {}; waiting for it", index.name());
      }
      Pause.of(LOOK_AGAIN);
    }
  }

  private static boolean isInvalid(Index index) {
    return index.onTable() && !index.valid();
  }

  /**
   * Drops the invalid index that a build left behind which the revision no longer asks for.
   *
   * @param name its name with its schema, quoted
   */
  void clearFormer(String name) throws SQLException {
    if (catalog.isLeftover(name)) {
      log.warn(
          "Index {} is invalid, left by a build that is no longer part of its revision; dropping it",
          name);
      catalog.dropConcurrently(name);
    }
  }

  /**
   * Drops the invalid index that a failed build left behind, without hiding the failure, also not
   * behind a long wait: what stays there, the next run drops.
   */
  void clearAfter(Recovery recovery, Exception failure) {
    if (!(recovery instanceof IndexBuild build)) {
      return;
    }
    try {
      Index index = catalog.find(build);
      if (index == null || !isInvalid(index) || catalog.isBuiltByAnother(index, build.table())) {
        return;
      }
      Index now = catalog.find(build);
      if (now != null && isInvalid(now)) {
        catalog.waitAtMost(PATIENCE_AFTER_FAILURE);
        catalog.dropConcurrently(now.name());
      }
    } catch (SQLException ex) {
      failure.addSuppressed(ex);
    }
  }
}
