package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a materialized view with its indexes. Takes {@code ACCESS EXCLUSIVE} on it for a moment,
 * which stops its readers. Unless {@code cascade} is set, the server refuses when other objects
 * depend on it, and names them.
 *
 * @param view the materialized view
 * @param ifExists whether it is no error when there is none
 * @param cascade whether what depends on it goes as well
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropmaterializedview.html">PostgreSQL:
 *     DROP MATERIALIZED VIEW</a>
 * @since 0.1.0
 */
public record DropMaterializedView(
    QualifiedName view,
    boolean ifExists,
    boolean cascade,
    @Nullable CreateMaterializedView definition)
    implements Operation {

  /** Starts the dropping of a materialized view. */
  public static Builder builder(QualifiedName view) {
    return new Builder(view);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName view;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateMaterializedView definition;

    private Builder(QualifiedName view) {
      this.view = view;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** What depends on it goes as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** The query that the view had, so that dropping it can be undone. */
    public Builder definition(String query) {
      return definition(CreateMaterializedView.builder(view, query));
    }

    /**
     * What the view was, so that dropping it can be undone; its indexes and rights on it are lost.
     */
    public Builder definition(CreateMaterializedView.Builder former) {
      this.definition = former.build();
      return this;
    }

    @Override
    public DropMaterializedView build() {
      return new DropMaterializedView(view, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP MATERIALIZED VIEW "
            + (ifExists ? "IF EXISTS " : "")
            + view.sql()
            + (cascade ? " CASCADE" : ""));
    units.dropped(view);
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible(
            "what the materialized view was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop materialized view " + view;
  }
}
