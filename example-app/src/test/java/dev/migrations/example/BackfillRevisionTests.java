package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.NotScriptableException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The revision with batches that the documentation shows. */
@PostgresTest
class BackfillRevisionTests {

  @Test
  void theRowsAreChangedAndItCannotBeWrittenAsAScript(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE products (id bigint PRIMARY KEY, sku text);
        INSERT INTO products SELECT i, 'sku-' || i FROM generate_series(1, 2500) AS i""");
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            RevisionScripts.load(
                List.of(), List.of(new UpperCaseSkus()), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of());

    assertThatThrownBy(() -> migrations.upgradeSql("head", 18))
        .isInstanceOf(NotScriptableException.class)
        .hasMessageContaining("update products in batches");
    migrations.upgrade("head");

    assertThat(db.value("SELECT bool_and(sku = 'SKU-' || id) FROM products")).isEqualTo("t");
    assertThat(migrations.downgrade("base").rowsAfter()).isEmpty();
  }
}
