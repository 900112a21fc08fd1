package dev.migrations.example;

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

/** A revision with code: Java's lower case is the same wherever the server runs. */
@Revision(id = "6d1f0c3a9b75", message = "Fill search names")
class FillSearchNames implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.run("fill search names", FillSearchNames::fill);
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("UPDATE products SET search_name = NULL");
  }

  private static void fill(Connection connection) throws SQLException {
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

  private static String searchName(String name) {
    return Normalizer.normalize(name, NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }
}
