package db.revisions;

import static dev.migrations.operation.IndexKey.key;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

/**
 * Each of the three is committed by itself, so none holds the locks of another. The operator class
 * lets the index answer {@code LIKE 'coffee%'} in every collation.
 */
@Revision(
    id = "9ff65dcf153e",
    down = "ed8dd0a8ede3",
    message = "Fill, require and index the search name of products")
class IndexProductSearchName implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Decomposed, an accent is a character of its own. What the application calls a search name may
    // change; what this revision does must not.
    op.execute(
        """
        UPDATE products
        SET search_name = lower(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036F]', '', 'g'))
        WHERE search_name IS NULL
        """);
    op.setNotNull("products", "search_name");
    op.createIndex(
        "ix_products_search_name",
        "products",
        key("search_name").operatorClass("text_pattern_ops"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropIndex("ix_products_search_name");
    op.dropNotNull("products", "search_name");
  }
}
