package dev.migrations.maven;

import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal on a database: the one that its parameters name, or else the application's. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractDatabaseMojo extends AbstractMigrationsMojo {

  /** The JDBC URL; unless set, the application's {@code migrations.url} or DataSource. */
  @Parameter(property = "migrations.url")
  @Nullable String url;

  /** The user; unless set, the application's. */
  @Parameter(property = "migrations.user")
  @Nullable String user;

  /** The password of {@code user}. An entry of settings.xml keeps it out of the command line. */
  @Parameter(property = "migrations.password")
  @Nullable String password;

  /** The id of the entry of settings.xml that has user and password. */
  @Parameter(property = "migrations.server")
  @Nullable String server;

  @Parameter(defaultValue = "${settings}", readonly = true)
  Settings settings;

  @Inject SettingsDecrypter decrypter;

  @Override
  boolean asksDatabase() {
    return true;
  }

  @Override
  final Map<String, String> properties() throws MojoFailureException {
    Map<String, String> properties = super.properties();
    put(properties, "url", url);
    if (server == null) {
      put(properties, "user", user);
      put(properties, "password", password);
    } else {
      Server entry = entry(server);
      put(properties, "user", user == null ? entry.getUsername() : user);
      put(properties, "password", password == null ? entry.getPassword() : password);
    }
    return properties;
  }

  private Server entry(String id) throws MojoFailureException {
    Server entry = settings.getServer(id);
    if (entry == null) {
      throw new MojoFailureException(
          "There is no <server> with the id '%s' in settings.xml.%nAdd it, or leave migrations.server out."
              .formatted(id));
    }
    return decrypter.decrypt(new DefaultSettingsDecryptionRequest(entry)).getServer();
  }

  private static void put(Map<String, String> properties, String name, @Nullable String value) {
    if (value != null) {
      properties.put("migrations." + name, value);
    }
  }
}
