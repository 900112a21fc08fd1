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

/** The revision with code that the documentation shows. */
@PostgresTest
class CodeRevisionTests {

  @Test
  void theCodeRunsAndCannotBeWrittenAsAScript(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE products (id bigint PRIMARY KEY, name text, search_name text);
        INSERT INTO products VALUES (1, 'Café crème'), (2, 'Ärger')""");
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            RevisionScripts.load(
                List.of(), List.of(new FillSearchNames()), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of());

    migrations.upgrade("head");

    assertThat(db.column("SELECT search_name FROM products ORDER BY id"))
        .containsExactly("cafe creme", "arger");
    assertThatThrownBy(() -> migrations.upgradeSql("head", 18))
        .isInstanceOf(NotScriptableException.class)
        .hasMessageContaining("fill search names");
    migrations.downgrade("base");
    assertThat(db.column("SELECT search_name FROM products")).containsOnlyNulls();
  }
}
