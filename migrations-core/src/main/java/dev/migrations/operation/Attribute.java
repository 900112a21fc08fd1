package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a composite type; {@link #attribute} is meant for a static import.
 *
 * @param name its name
 * @param type its type
 * @param collation its collation, or {@code null} for the one of the type
 * @since 0.1.0
 */
public record Attribute(String name, DataType type, @Nullable QualifiedName collation) {

  /** An attribute. */
  public static Attribute attribute(String name, DataType type) {
    return new Attribute(name, type, null);
  }

  /** Its collation, see {@link QualifiedName#parse}. */
  public Attribute collate(String name) {
    return new Attribute(this.name, type, QualifiedName.parse(name));
  }

  String definition() {
    return SqlNames.quote(name) + " " + typeAndCollation();
  }

  String typeAndCollation() {
    return type.sql() + (collation == null ? "" : " COLLATE " + collation.sql());
  }
}
