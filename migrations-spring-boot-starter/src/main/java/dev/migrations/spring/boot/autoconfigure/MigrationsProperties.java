package dev.migrations.spring.boot.autoconfigure;

import dev.migrations.engine.Reaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The properties under {@code migrations}.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("migrations")
public class MigrationsProperties {

  /** Whether to run revisions and to configure the engine. */
  private boolean enabled = true;

  /** What to do with the schema when the application boots. */
  private OnBoot onBoot = OnBoot.UPGRADE;

  /** Target to upgrade to, or to validate, when the application boots. */
  private String target = "head";

  /**
   * Whether to adopt, when the application boots, a database that another tool has brought to where
   * the base revision stands for.
   */
  private boolean adoptOnBoot;

  /**
   * Comma-separated list of the places where revisions are found: packages and folders on the class
   * path ("classpath:"), or directories ("file:").
   */
  private List<String> locations = List.of("classpath:db/revisions");

  /** Values of the placeholders that SQL revisions ask for in their headers, by name. */
  private Map<String, String> placeholders = new LinkedHashMap<>();

  /**
   * Schema of the tables that keep track of revisions. The current schema of the connection if not
   * set.
   */
  private @Nullable String schema;

  /**
   * JDBC URL of the database to run revisions on. The application's DataSource is used if not set.
   */
  private @Nullable String url;

  /**
   * Login user of the database to run revisions on. The user of the application's DataSource if not
   * set.
   */
  private @Nullable String user;

  /** Login password of the database to run revisions on. */
  private @Nullable String password;

  /** Fully qualified name of the JDBC driver. Detected from the URL if not set. */
  private @Nullable String driverClassName;

  /** Time that a statement may wait for a lock on a table before its unit gives way. */
  private Duration lockTimeout = Duration.ofSeconds(5);

  /** Number of times that a unit is tried when it runs into the lock timeout or a deadlock. */
  private int lockAttempts = 10;

  /** Time that a single statement may run. Zero for no limit. */
  private Duration statementTimeout = Duration.ofHours(1);

  /** Time to wait for another instance that runs revisions. */
  private Duration advisoryLockWait = Duration.ofMinutes(10);

  /** Pause between two attempts to get the lock that another instance holds. */
  private Duration advisoryLockPollInterval = Duration.ofMillis(500);

  /**
   * Time to try to reach the server again when a connection breaks during a run. Zero to give up at
   * once.
   */
  private Duration reconnectWait = Duration.ofMinutes(2);

  /** What to do when a revision was edited after it was applied. */
  private Reaction onEditedRevision = Reaction.FAIL;

  /** What to do when the database is at a revision that the application does not have. */
  private Reaction onUnknownRevision = Reaction.FAIL;

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public boolean isAdoptOnBoot() {
    return adoptOnBoot;
  }

  public void setAdoptOnBoot(boolean adoptOnBoot) {
    this.adoptOnBoot = adoptOnBoot;
  }

  public OnBoot getOnBoot() {
    return onBoot;
  }

  public void setOnBoot(OnBoot onBoot) {
    this.onBoot = onBoot;
  }

  public String getTarget() {
    return target;
  }

  public void setTarget(String target) {
    this.target = target;
  }

  public List<String> getLocations() {
    return locations;
  }

  public void setLocations(List<String> locations) {
    this.locations = locations;
  }

  public Map<String, String> getPlaceholders() {
    return placeholders;
  }

  public void setPlaceholders(Map<String, String> placeholders) {
    this.placeholders = placeholders;
  }

  public @Nullable String getSchema() {
    return schema;
  }

  public void setSchema(@Nullable String schema) {
    this.schema = schema;
  }

  public @Nullable String getUrl() {
    return url;
  }

  public void setUrl(@Nullable String url) {
    this.url = url;
  }

  public @Nullable String getUser() {
    return user;
  }

  public void setUser(@Nullable String user) {
    this.user = user;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  public @Nullable String getDriverClassName() {
    return driverClassName;
  }

  public void setDriverClassName(@Nullable String driverClassName) {
    this.driverClassName = driverClassName;
  }

  public Duration getLockTimeout() {
    return lockTimeout;
  }

  public void setLockTimeout(Duration lockTimeout) {
    this.lockTimeout = lockTimeout;
  }

  public int getLockAttempts() {
    return lockAttempts;
  }

  public void setLockAttempts(int lockAttempts) {
    this.lockAttempts = lockAttempts;
  }

  public Duration getStatementTimeout() {
    return statementTimeout;
  }

  public void setStatementTimeout(Duration statementTimeout) {
    this.statementTimeout = statementTimeout;
  }

  public Duration getAdvisoryLockWait() {
    return advisoryLockWait;
  }

  public void setAdvisoryLockWait(Duration advisoryLockWait) {
    this.advisoryLockWait = advisoryLockWait;
  }

  public Duration getAdvisoryLockPollInterval() {
    return advisoryLockPollInterval;
  }

  public void setAdvisoryLockPollInterval(Duration advisoryLockPollInterval) {
    this.advisoryLockPollInterval = advisoryLockPollInterval;
  }

  public Duration getReconnectWait() {
    return reconnectWait;
  }

  public void setReconnectWait(Duration reconnectWait) {
    this.reconnectWait = reconnectWait;
  }

  public Reaction getOnEditedRevision() {
    return onEditedRevision;
  }

  public void setOnEditedRevision(Reaction onEditedRevision) {
    this.onEditedRevision = onEditedRevision;
  }

  public Reaction getOnUnknownRevision() {
    return onUnknownRevision;
  }

  public void setOnUnknownRevision(Reaction onUnknownRevision) {
    this.onUnknownRevision = onUnknownRevision;
  }
}
