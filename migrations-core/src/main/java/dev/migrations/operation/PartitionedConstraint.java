package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constraint of a partitioned table, made partition by partition: PostgreSQL then takes those of
 * the partitions for the one of the whole, and neither builds nor reads anything.
 *
 * @param table the partitioned table
 * @param partitions its partitions
 */
record PartitionedConstraint(QualifiedName table, List<QualifiedName> partitions) {

  /** What PostgreSQL would otherwise build or check under the lock on the partitioned table. */
  private static final String INCOMPLETE =
      PgCatalog.sql(
          """

          DECLARE
            missing CONSTANT pg_catalog.text := (
              SELECT string_agg(p.inhrelid::regclass::text, ', ') FROM pg_catalog.pg_inherits p
              WHERE p.inhparent = %1$s::regclass AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_constraint c
                WHERE c.conrelid = p.inhrelid AND c.contype = '%3$s' AND c.convalidated
                  AND ARRAY[%4$s] = ARRAY(SELECT a.attname::text
                    FROM unnest(c.conkey) WITH ORDINALITY k (number, place)
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                    ORDER BY k.place)));
          BEGIN
            IF missing IS NOT NULL THEN
              RAISE EXCEPTION 'constraint %% is not on the partitions %%', %2$s, missing
                USING HINT := 'Name all partitions in onPartitions(…).';
            END IF;
          END
          """);

  void unique(Unique unique, UnitWriter units) {
    // As PostgreSQL names them itself.
    String columns =
        Stream.concat(unique.columns().stream(), unique.include().stream())
            .collect(Collectors.joining("_"));
    for (QualifiedName partition : partitions) {
      String name = DefaultNames.of(partition.name(), columns, "key");
      IndexBuilding.write(name, partition, true, unique.indexDefinition(), false, units);
      AddConstraint.usingIndex(partition, name, name, "UNIQUE", unique.deferral(), false, units);
    }
    whole(unique, 'u', unique.columns(), units);
  }

  void primaryKey(PrimaryKey key, UnitWriter units) {
    NotNullByCheck.write(table, key.columns(), units);
    for (QualifiedName partition : partitions) {
      String name = DefaultNames.of(partition.name(), null, "pkey");
      IndexBuilding.write(name, partition, true, key.indexDefinition(), false, units);
      AddConstraint.usingIndex(partition, name, name, "PRIMARY KEY", key.deferral(), false, units);
    }
    whole(key, 'p', key.columns(), units);
  }

  void foreignKey(ForeignKey key, UnitWriter units) {
    Constraint named = key.named(key.nameOn(table));
    for (QualifiedName partition : partitions) {
      AddConstraint.checkable(partition, named, false, false, units);
    }
    whole(named, 'f', key.columns(), units);
  }

  private void whole(Constraint constraint, char type, List<String> columns, UnitWriter units) {
    String guard =
        INCOMPLETE.formatted(
            SqlLiterals.literal(table.sql()),
            SqlLiterals.literal(constraint.nameOn(table)),
            type,
            columns.stream().map(SqlLiterals::literal).collect(Collectors.joining(", ")));
    units.sqlInOwnTransaction(
        "DO " + DollarQuote.quote(guard),
        "ALTER TABLE " + table.sql() + " ADD " + constraint.sql());
  }

  /** What cannot be made partition by partition. */
  static void refuseBoth(String method, String other, boolean both) {
    if (both) {
      throw new MigrationsException(
          method + "(…) has both onPartitions(…) and " + other + "(…).",
          "Leave out one of them: each names a road of its own.");
    }
  }
}
