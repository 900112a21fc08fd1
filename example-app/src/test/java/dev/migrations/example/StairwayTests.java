package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.PlanStep;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Every revision goes up, down and up again, and a downgrade leaves what was there before. */
@PostgresTest
class StairwayTests {

  private ConfigurableApplicationContext application;
  private Migrations migrations;

  @BeforeEach
  void start(TestDatabase db) {
    application =
        ExampleApplications.start(
            db, "migrations.on-boot=none", "spring.jpa.hibernate.ddl-auto=none");
    migrations = application.getBean(Migrations.class);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void eachDowngradeLeavesTheCatalogThatWasThereBefore(TestDatabase db) {
    for (PlanStep step : migrations.scripts().graph().upgrade(List.of(), "head").steps()) {
      String revision = step.revision();
      List<String> rows = migrations.status().current();
      var before = Catalog.of(db);
      migrations.upgrade(revision);
      var after = Catalog.of(db);
      migrations.downgrade(oneDown(revision));
      assertThat(migrations.status().current()).isEqualTo(rows);
      assertThat(Catalog.of(db)).as("downgrade of " + revision).isEqualTo(before);
      migrations.upgrade(revision);
      assertThat(Catalog.of(db)).as("second upgrade of " + revision).isEqualTo(after);
    }
    assertThat(migrations.status().isAtHead()).isTrue();
  }

  @Test
  void allTheWayDownNothingIsLeftAndAllTheWayUpEverythingIsBack(TestDatabase db) {
    migrations.upgrade("head");
    var head = Catalog.of(db);
    migrations.downgrade("base");
    assertThat(Catalog.of(db)).isEmpty();
    migrations.upgrade("head");
    assertThat(Catalog.of(db)).isEqualTo(head);
  }

  @Test
  void rowsFromBeforeSurviveTheWayUpAndDown(TestDatabase db) {
    migrations.upgrade("14285249d6ce");
    db.execute(
        """
        INSERT INTO customers (name, email) VALUES ('Ada', 'ada@example.com');
        INSERT INTO products (sku, name, price, category_code)
          VALUES ('C-1', 'Café crème', 4.5, 'coffee'), ('X-1', 'Ding', 1, NULL);
        INSERT INTO orders (customer_id) VALUES (1);
        INSERT INTO order_items VALUES (1, 1, 3, 4.5);
        """);
    String rows =
        """
        SELECT row(o.*, i.*, c.*)::text FROM orders o JOIN order_items i ON i.order_id = o.id
          JOIN customers c ON c.id = o.customer_id
        UNION ALL SELECT p::text FROM (SELECT sku, name, price, category_code FROM products) p
        UNION ALL SELECT g::text FROM product_categories g
        ORDER BY 1
        """;
    var before = db.column(rows);

    migrations.upgrade("head");
    assertThat(db.column("SELECT search_name || ' ' || category_code FROM products ORDER BY id"))
        .containsExactly("cafe creme coffee", "ding other");
    assertThat(db.column("SELECT customer || ' ' || total || ' ' || paid FROM order_summaries"))
        .containsExactly("Ada 13.50 0");

    migrations.downgrade("14285249d6ce");
    assertThat(db.column(rows)).isEqualTo(before);
  }

  /** Where two branches are applied, a step down must name the one that is meant. */
  private String oneDown(String revision) {
    return migrations.status().current().size() < 2
        ? "-1"
        : migrations.scripts().graph().labelsOf(revision).iterator().next() + "@-1";
  }
}
