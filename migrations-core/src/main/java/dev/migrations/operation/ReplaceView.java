package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * Gives a view another query. Takes {@code ACCESS EXCLUSIVE} on it for a moment, which stops its
 * readers.
 *
 * <p>{@code CREATE OR REPLACE VIEW} keeps rights and what depends on the view, but can only add
 * columns at the end: one that is removed, renamed or of another type needs {@link
 * Builder#recreate}, and so does one that is added, on the way back.
 *
 * @param view the view as it becomes, with all its options
 * @param former the view as it was, or {@code null}
 * @param recreate whether it is dropped and created
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">PostgreSQL: CREATE
 *     VIEW</a>
 * @since 0.1.0
 */
public record ReplaceView(CreateView view, @Nullable CreateView former, boolean recreate)
    implements Operation {

  /**
   * Checks the replacement.
   *
   * @throws MigrationsException when the view before has another name
   */
  public ReplaceView {
    if (former != null && !former.view().equals(view.view())) {
      throw new MigrationsException(
          "View " + view.view() + " cannot replace " + former.view() + ".",
          "Give both the same name.");
    }
  }

  /** Starts the replacement. */
  public static Builder builder(CreateView.Builder view) {
    return new Builder(view.build());
  }

  /** Knows what was there before, so that the replacement can be undone. */
  public static final class Builder implements OperationBuilder {
    private final CreateView view;
    private @Nullable CreateView former;
    private boolean recreate;

    private Builder(CreateView view) {
      this.view = view;
    }

    /** The query before; columns and options were the same. */
    public Builder from(String query) {
      this.former = view.withQuery(query);
      return this;
    }

    /** The view before, with its own columns and options. */
    public Builder from(CreateView.Builder view) {
      this.former = view.build();
      return this;
    }

    /**
     * Drops the view and creates it, in both directions, so that its columns may change. Rights on
     * it and comments are lost; the server refuses when other objects depend on it, and names them.
     */
    public Builder recreate() {
      this.recreate = true;
      return this;
    }

    @Override
    public ReplaceView build() {
      return new ReplaceView(view, former, recreate);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (recreate) {
      new DropView(view.view(), false, false, null).writeTo(units);
      view.write("CREATE ", units, this);
    } else {
      view.write("CREATE OR REPLACE ", units, this);
    }
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible("the view before is not known; give it with from(…)")
        : Reversal.by(new ReplaceView(former, view, recreate));
  }

  @Override
  public String summary() {
    return "replace view " + view.view();
  }
}
