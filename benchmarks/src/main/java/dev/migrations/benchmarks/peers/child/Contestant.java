package dev.migrations.benchmarks.peers.child;

/** What one tool does when an application starts. */
interface Contestant {

  /**
   * Brings the database to what is on the class path.
   *
   * @param url of the database, with user and password
   * @param migrations how many there are on the class path
   */
  void start(String url, int migrations) throws Exception;
}
