package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;
import java.util.List;

/** An index of a partitioned table, built partition by partition. */
final class PartitionedIndex {

  private static final String INCOMPLETE =
      """

      DECLARE
        missing text;
      BEGIN
        SELECT string_agg(p.inhrelid::regclass::text, ', ') INTO missing
        FROM pg_catalog.pg_index i JOIN pg_catalog.pg_inherits p ON p.inhparent = i.indrelid
        WHERE i.indexrelid = %1$s::regclass AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_inherits a JOIN pg_catalog.pg_index x ON x.indexrelid = a.inhrelid
          WHERE a.inhparent = i.indexrelid AND x.indrelid = p.inhrelid AND x.indisvalid);
        IF missing IS NOT NULL THEN
          RAISE EXCEPTION 'index %% is not built on the partitions %%', %1$s, missing
            USING HINT = 'Name all partitions in onPartitions(…).';
        END IF;
      END
      """;

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
    }
    for (QualifiedName partition : partitions) {
      IndexBuilding.write(
          nameOn(partition, index), partition, index.unique(), definition, plain, units);
    }
    for (QualifiedName partition : partitions) {
      new AttachIndexPartition(name, partition.sibling(nameOn(partition, index))).writeTo(units);
    }
    String text = INCOMPLETE.formatted(SqlLiterals.literal(name.sql()));
    units.sql("DO " + DollarQuote.quote(text));
  }

  private static String nameOn(QualifiedName partition, CreateIndex index) {
    return DefaultNames.of(partition.name(), index.name(), "idx");
  }
}
