package dev.migrations.operation;

import java.util.List;

/**
 * Tables that an application uses while a recipe runs.
 *
 * @param setUp creates and fills them
 * @param traffic what the application goes on doing, in this order
 */
record LiveTables(String setUp, List<String> traffic) {

  /** Two tables of which one refers to the other, and a third one. */
  static final LiveTables ORDERS =
      new LiveTables(
          """
          CREATE TABLE customer (id slow PRIMARY KEY, name varchar(10));
          CREATE TABLE region (id int PRIMARY KEY);
          CREATE TABLE orders (id int, customer slow, total int);
          INSERT INTO customer SELECT slow(n, n + 1), 'c' || n FROM generate_series(1, 20) n;
          INSERT INTO region VALUES (1);
          INSERT INTO orders SELECT n, slow(n, n + 1), n FROM generate_series(1, 20) n;
          """,
          List.of(
              "SELECT count(*) FROM region",
              "UPDATE region SET id = 1",
              "SELECT count(*) FROM customer",
              "INSERT INTO customer VALUES (slow(77, 78), 'new')",
              "SELECT * FROM orders WHERE customer = slow(7, 8)",
              "INSERT INTO orders VALUES (77, slow(77, 78), 77)",
              "UPDATE orders SET total = total + 1 WHERE id = 77",
              "DELETE FROM orders WHERE id = 77",
              "UPDATE customer SET name = 'old' WHERE name = 'new'",
              "DELETE FROM customer WHERE name = 'old'"));

  /** A partitioned table with two partitions, and a table that may become the third. */
  static final LiveTables EVENTS =
      new LiveTables(
          """
          CREATE TABLE event (id int, what slow) PARTITION BY RANGE (gate(id));
          CREATE TABLE event_0 PARTITION OF event FOR VALUES FROM (0) TO (10);
          CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (10) TO (20);
          CREATE TABLE event_2 (id int, what slow);
          INSERT INTO event SELECT n, slow(n, n + 1) FROM generate_series(0, 19) n;
          INSERT INTO event_2 SELECT n, slow(n, n + 1) FROM generate_series(20, 29) n;
          """,
          List.of(
              "SELECT count(*) FROM event",
              "INSERT INTO event VALUES (15, slow(77, 78))",
              "UPDATE event SET what = slow(78, 79) WHERE id = 15 AND what = slow(77, 78)",
              "DELETE FROM event WHERE id = 15 AND what = slow(78, 79)",
              "SELECT count(*) FROM event_2",
              "INSERT INTO event_2 VALUES (25, slow(77, 78))",
              "UPDATE event_2 SET what = slow(78, 79) WHERE id = 25 AND what = slow(77, 78)",
              "DELETE FROM event_2 WHERE id = 25 AND what = slow(78, 79)"));

  /** As {@link #EVENTS}, with a default partition that has rows. */
  static final LiveTables EVENTS_WITH_DEFAULT =
      new LiveTables(
          EVENTS.setUp()
              + """
              CREATE TABLE event_rest PARTITION OF event DEFAULT;
              INSERT INTO event SELECT n, slow(n, n + 1) FROM generate_series(40, 49) n;
              """,
          List.of(
              "SELECT count(*) FROM event",
              "INSERT INTO event VALUES (45, slow(77, 78))",
              "UPDATE event SET what = slow(78, 79) WHERE id = 45 AND what = slow(77, 78)",
              "DELETE FROM event WHERE id = 45 AND what = slow(78, 79)"));

  /** A materialized view, which is only read, of a table that is written. */
  static final LiveTables SALES =
      new LiveTables(
          """
          CREATE TABLE sale (id int PRIMARY KEY, total int);
          INSERT INTO sale SELECT n, n FROM generate_series(1, 20) n;
          CREATE MATERIALIZED VIEW sales AS SELECT id, gate(total) AS total FROM sale;
          CREATE UNIQUE INDEX ON sales (id);
          """,
          List.of(
              "SELECT count(*) FROM sales",
              "INSERT INTO sale VALUES (77, 77)",
              "UPDATE sale SET total = 78 WHERE id = 77",
              "DELETE FROM sale WHERE id = 77"));

  /** The same tables, with more of their own. */
  LiveTables with(String more) {
    return new LiveTables(setUp + more + ";\n", traffic);
  }
}
