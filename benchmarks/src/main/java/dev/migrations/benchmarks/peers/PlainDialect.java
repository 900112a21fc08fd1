package dev.migrations.benchmarks.peers;

/** Nothing but the statements; always in files. */
final class PlainDialect implements Dialect {

  @Override
  public Sources files(int migrations) {
    Sources sources = new Sources();
    for (int number = 1; number <= migrations; number++) {
      sources.resources().put("plain/" + number + ".sql", Sql.create(number));
    }
    return sources;
  }

  @Override
  public Sources classes(int migrations) {
    return files(migrations);
  }
}
