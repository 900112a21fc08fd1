/**
 * The history of the schema, together with the SQL files in the folder of the same name under
 * {@code src/main/resources}. Both kinds form one graph; a revision's parent may be of either kind.
 */
@NullMarked
package db.revisions;

import org.jspecify.annotations.NullMarked;
