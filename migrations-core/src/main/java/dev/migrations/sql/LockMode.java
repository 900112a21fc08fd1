package dev.migrations.sql;

/**
 * The modes of table locks, the weakest first, as PostgreSQL orders them (PostgreSQL manual,
 * Explicit Locking, "Table-Level Locks").
 *
 * @since 0.1.0
 */
public enum LockMode {
  /** What a query takes of what it reads. */
  ACCESS_SHARE("ACCESS SHARE", "as any read does"),
  /** What {@code SELECT … FOR UPDATE} and its kin take. */
  ROW_SHARE("ROW SHARE", "as any SELECT FOR UPDATE does"),
  /** What {@code INSERT}, {@code UPDATE}, {@code DELETE} and {@code MERGE} take. */
  ROW_EXCLUSIVE("ROW EXCLUSIVE", "as any write does"),
  /** Reads and writes pass; other DDL, {@code VACUUM} and {@code ANALYZE} wait. */
  SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE", "blocks other DDL"),
  /** Reads pass, writes wait; another such lock passes. */
  SHARE("SHARE", "blocks writes"),
  /** Reads pass, writes wait. */
  SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", "blocks writes"),
  /** Reads pass, writes and {@code SELECT … FOR UPDATE} wait. */
  EXCLUSIVE("EXCLUSIVE", "blocks writes"),
  /** Everybody waits, readers too. */
  ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", "blocks reads and writes");

  private final String sql;
  private final String effect;

  LockMode(String sql, String effect) {
    this.sql = sql;
    this.effect = effect;
  }

  /** Its name in {@code LOCK TABLE … IN … MODE}. */
  public String sql() {
    return sql;
  }

  /** What it does to others, in a few words: {@code blocks writes}. */
  public String effect() {
    return effect;
  }

  /** The stronger of the two, which stands for both: whoever waits for one waits for it. */
  public LockMode or(LockMode other) {
    return compareTo(other) < 0 ? other : this;
  }
}
