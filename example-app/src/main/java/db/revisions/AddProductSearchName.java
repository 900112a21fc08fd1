package db.revisions;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;
import static java.text.Normalizer.Form.NFD;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Starts the branch of the search team. Taking the accents off a name is Java's work, so the column
 * is filled by code that runs with the connection.
 */
@Revision(
    id = "ed8dd0a8ede3",
    down = "9f28e56eadc8",
    branchLabels = "search",
    message = "Add search name to products")
class AddProductSearchName implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addColumn("products", column("search_name", TEXT));
    op.run("fill search names", AddProductSearchName::fillSearchNames);
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("products", "search_name");
  }

  private static void fillSearchNames(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet products = query.executeQuery("SELECT id, name FROM products");
        PreparedStatement update =
            connection.prepareStatement("UPDATE products SET search_name = ? WHERE id = ?")) {
      while (products.next()) {
        update.setString(1, searchName(products.getString("name")));
        update.setLong(2, products.getLong("id"));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  // A copy of what the application did when this was written: the application's own code will
  // change, what this revision does must not.
  private static String searchName(String name) {
    return Normalizer.normalize(name, NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }
}
