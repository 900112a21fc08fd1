package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import java.util.ArrayList;
import java.util.List;

/** An index of a partitioned table, built partition by partition. */
final class PartitionedIndex {

  private static final String INCOMPLETE =
      PgCatalog.sql(
          """

          DECLARE
            missing pg_catalog.text;
          BEGIN
            SELECT string_agg(p.inhrelid::regclass::text, ', ') INTO missing
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_inherits p ON p.inhparent = i.indrelid
            WHERE i.indexrelid = %1$s::regclass AND NOT EXISTS (
              SELECT FROM pg_catalog.pg_inherits a JOIN pg_catalog.pg_index x ON x.indexrelid = a.inhrelid
              WHERE a.inhparent = i.indexrelid AND x.indrelid = p.inhrelid AND x.indisvalid);
            IF missing IS NOT NULL THEN
              RAISE EXCEPTION 'index %% is not built on the partitions %%', %1$s, missing
                USING HINT := 'Name all partitions in onPartitions(…).';
            END IF;
          END
          """);

  private PartitionedIndex() {}

  static void write(CreateIndex index, String definition, UnitWriter units) {
    boolean plain = index.blocking() || units.isNew(index.table());
    String own = IndexBuilding.onOnly(index.name(), index.table(), index.unique(), definition);
    QualifiedName name = index.table().sibling(index.name());
    List<QualifiedName> partitions = index.partitions();
    if (plain) {
      units.sql(own);
    } else {
      units.sqlInOwnTransaction(own);
      units.undoneBy("DROP INDEX IF EXISTS " + name.sql());
    }
    List<String> names = names(index);
    for (int at = 0; at < names.size(); at++) {
      IndexBuilding.write(
          names.get(at), partitions.get(at), index.unique(), definition, plain, units);
    }
    for (int at = 0; at < names.size(); at++) {
      new AttachIndexPartition(name, partitions.get(at).sibling(names.get(at))).writeTo(units);
    }
    String text = INCOMPLETE.formatted(SqlLiterals.literal(name.sql()));
    units.sql("DO " + DollarQuote.quote(text));
  }

  /** One for each partition, also where the names of partitions differ only where they are cut. */
  private static List<String> names(CreateIndex index) {
    List<String> names = new ArrayList<>();
    for (QualifiedName partition : index.partitions()) {
      names.add(DefaultNames.of(partition.name(), index.name(), "idx", names));
    }
    return names;
  }
}
