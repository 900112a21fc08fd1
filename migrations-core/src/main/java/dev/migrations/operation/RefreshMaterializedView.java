package dev.migrations.operation;

/**
 * Fills a materialized view anew. On one in use it is refreshed concurrently, in a transaction of
 * its own: {@code EXCLUSIVE} on it lets readers pass and makes other refreshes wait. That needs a
 * unique index on plain columns without a condition, and a view that was filled before; the first
 * filling of one that was created {@link CreateMaterializedView.Builder#withNoData} is {@link
 * Builder#blocking}. One that the same revision created takes the plain form.
 *
 * @param view the materialized view
 * @param withData whether it is filled; otherwise it is emptied and cannot be read
 * @param blocking whether the plain form is taken, which stops reads while the query runs
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html">PostgreSQL:
 *     REFRESH MATERIALIZED VIEW</a>
 * @since 0.1.0
 */
public record RefreshMaterializedView(QualifiedName view, boolean withData, boolean blocking)
    implements Operation {

  /** Starts the refresh. */
  public static Builder builder(QualifiedName view) {
    return new Builder(view);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName view;
    private boolean withData = true;
    private boolean blocking;

    private Builder(QualifiedName view) {
      this.view = view;
    }

    /** Empties it; it cannot be read until it is refreshed. Takes {@code ACCESS EXCLUSIVE}. */
    public Builder withNoData() {
      this.withData = false;
      return this;
    }

    /** Takes {@code ACCESS EXCLUSIVE} while the query runs, which stops all reads of it. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public RefreshMaterializedView build() {
      return new RefreshMaterializedView(view, withData, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (!withData) {
      units.sql("REFRESH MATERIALIZED VIEW " + view.sql() + " WITH NO DATA");
    } else if (blocking || units.isNew(view)) {
      units.sql("REFRESH MATERIALIZED VIEW " + view.sql());
    } else {
      units.sqlInOwnTransaction("REFRESH MATERIALIZED VIEW CONCURRENTLY " + view.sql());
    }
  }

  /** Nothing undoes a filling: its rows follow from the tables that it reads. */
  @Override
  public Reversal reversal() {
    return withData ? Reversal.by() : Reversal.by(new RefreshMaterializedView(view, true, true));
  }

  @Override
  public String summary() {
    return "refresh materialized view " + view;
  }
}
