package dev.migrations.engine;

import dev.migrations.engine.IndexCatalog.Index;
import dev.migrations.operation.Recovery;
import dev.migrations.operation.Recovery.IndexBuild;
import dev.migrations.operation.Recovery.IndexDrop;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the concurrent forms of index statements repeatable, by asking the catalog. */
final class IndexRecovery {

  private static final Logger log = LoggerFactory.getLogger(IndexRecovery.class);

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
    Index index = catalog.find(build);
    if (index == null) {
      return false;
    }
    if (!index.onTable()) {
      throw new IndexMismatchException(
          index.name(), "on table " + build.table().name(), index.definition());
    }
    if (!index.valid()) {
      log.warn(
          "Index {} is there but invalid, left by a build that did not end; dropping it to build it again",
          index.name());
      catalog.dropConcurrently(index);
      return false;
    }
    String wanted = catalog.definition(build);
    if (!meaning(wanted).equals(meaning(index.definition()))) {
      throw new IndexMismatchException(index.name(), wanted, index.definition());
    }
    log.info("Index {} is there already with the same definition", index.name());
    return true;
  }

  /** Drops the invalid index that a failed build left behind, without hiding the failure. */
  void clearAfter(Recovery recovery, Exception failure) {
    if (!(recovery instanceof IndexBuild build)) {
      return;
    }
    try {
      Index index = catalog.find(build);
      if (index != null && index.onTable() && !index.valid()) {
        catalog.dropConcurrently(index);
      }
    } catch (SQLException ex) {
      failure.addSuppressed(ex);
    }
  }

  /** A definition without the names of the index and its table. */
  private static String meaning(String definition) {
    boolean unique = definition.startsWith("CREATE UNIQUE ");
    return unique + definition.substring(definition.indexOf(" USING "));
  }
}
