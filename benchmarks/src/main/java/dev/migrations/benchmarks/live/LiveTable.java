package dev.migrations.benchmarks.live;

import java.util.List;

/**
 * Tables of a million rows, and what an application does with them all the time.
 *
 * @param name of the database that is the template for each run
 * @param setUp creates and fills the tables
 * @param reads statements in which {@code :id} is a number between 1 and a million
 * @param writes statements of the same kind, in their order
 */
record LiveTable(String name, String setUp, List<String> reads, List<String> writes) {

  static final LiveTable ORDERS =
      new LiveTable(
          "orders",
          """
          CREATE TABLE customer (id bigint PRIMARY KEY, name text);
          INSERT INTO customer SELECT n, 'customer ' || n FROM generate_series(1, 100000) n;
          CREATE DOMAIN amount AS int;
          CREATE TABLE orders (id bigint, customer bigint, code bigint, total int, paid amount, note text);
          INSERT INTO orders
            SELECT n, 1 + n % 100000, n, n % 1000, n % 1000, 'note ' || n
            FROM generate_series(1, 1000000) n;
          CREATE INDEX orders_id ON orders (id);
          CREATE INDEX orders_note ON orders (note);
          CREATE SEQUENCE added START 2000000;
          """,
          List.of(
              "SELECT total, note FROM orders WHERE id = :id",
              "SELECT name FROM customer WHERE id = 1 + :id % 100000"),
          List.of(
              "UPDATE orders SET total = total + 1 WHERE id = :id",
              "INSERT INTO orders (id, customer, code, total, note)"
                  + " SELECT n, 1 + n % 100000, n, 1, 'new' FROM nextval('added') n",
              "DELETE FROM orders WHERE id = (SELECT currval('added'))",
              "UPDATE customer SET name = 'changed' WHERE id = 1 + :id % 100000"));

  private static final String EVENT =
      """
      CREATE TABLE event (id bigint NOT NULL, what text) PARTITION BY RANGE (id);
      CREATE TABLE event_0 PARTITION OF event FOR VALUES FROM (0) TO (1000000);
      CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (1000000) TO (3000000);
      INSERT INTO event SELECT n, 'what ' || n FROM generate_series(500001, 1500000) n;
      CREATE INDEX event_id ON event (id);
      """;

  private static final List<String> EVENT_WRITES =
      List.of(
          "UPDATE event SET what = 'changed' WHERE id = 1000000 + :id / 2",
          "INSERT INTO event VALUES (2000000 + :id, 'new')",
          "DELETE FROM event WHERE id = 2000000 + :id");

  /** Two partitions of half a million rows each. */
  static final LiveTable EVENTS =
      new LiveTable(
          "events",
          EVENT,
          List.of("SELECT what FROM event WHERE id = 1000000 + :id / 2"),
          EVENT_WRITES);

  /** A default partition besides, and a table that may become a partition, a million rows each. */
  static final LiveTable EVENTS_WITH_DEFAULT =
      new LiveTable(
          "events_with_default",
          EVENT
              + """
              CREATE TABLE event_rest PARTITION OF event DEFAULT;
              INSERT INTO event SELECT n, 'what ' || n FROM generate_series(9000001, 10000000) n;
              CREATE TABLE event_3 (id bigint NOT NULL, what text);
              INSERT INTO event_3 SELECT n, 'what ' || n FROM generate_series(3000000, 3999999) n;
              CREATE INDEX event_3_id ON event_3 (id);
              """,
          List.of(
              "SELECT what FROM event WHERE id = 9000000 + :id",
              "SELECT what FROM event_3 WHERE id = 2999999 + :id"),
          List.of(
              "UPDATE event SET what = 'changed' WHERE id = 9000000 + :id",
              "INSERT INTO event VALUES (10000000 + :id, 'new')",
              "DELETE FROM event WHERE id = 10000000 + :id",
              "UPDATE event_3 SET what = 'changed' WHERE id = 2999999 + :id"));

  /** A materialized view of 100,000 rows, made of a million. */
  static final LiveTable SALES =
      new LiveTable(
          "sales",
          """
          CREATE TABLE sale (id bigint PRIMARY KEY, customer bigint, total int);
          INSERT INTO sale SELECT n, n % 100000, n % 1000 FROM generate_series(1, 1000000) n;
          CREATE MATERIALIZED VIEW sales AS
            SELECT customer, sum(total) AS total FROM sale GROUP BY customer;
          CREATE UNIQUE INDEX ON sales (customer);
          """,
          List.of("SELECT total FROM sales WHERE customer = :id % 100000"),
          List.of("UPDATE sale SET total = total + 1 WHERE id = :id"));

  static List<LiveTable> all() {
    return List.of(ORDERS, EVENTS, EVENTS_WITH_DEFAULT, SALES);
  }
}
