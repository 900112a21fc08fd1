package dev.migrations.spring.boot.autoconfigure;

import static dev.migrations.operation.Column.column;
import static dev.migrations.spring.boot.TestApplications.ORDERS;
import static dev.migrations.spring.boot.TestApplications.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.DataType;
import org.junit.jupiter.api.Test;

@PostgresTest
class RevisionBeansTests {

  private static final String BY_BEAN = "a0000000000b";

  @Test
  void aBeanJoinsTheRevisionsOfTheLocations(TestDatabase db) {
    shop(db)
        .withBean(ColumnName.class, () -> new ColumnName("email"))
        .withBean(AddColumnNamedByBean.class)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(Migrations.class).status().current())
                  .containsExactly(BY_BEAN);
            });
    assertThat(
            db.column(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'customer'"))
        .contains("email");
  }

  record ColumnName(String value) {}

  @Revision(id = BY_BEAN, down = ORDERS, message = "Add a column to customer")
  static class AddColumnNamedByBean implements Migration {

    private final ColumnName name;

    AddColumnNamedByBean(ColumnName name) {
      this.name = name;
    }

    @Override
    public void upgrade(Operations op) {
      op.addColumn("customer", column(name.value(), DataType.TEXT));
    }

    @Override
    public void downgrade(Operations op) {
      op.dropColumn("customer", name.value());
    }
  }
}
