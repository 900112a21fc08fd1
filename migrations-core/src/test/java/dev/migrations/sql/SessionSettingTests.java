package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSettingTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET search_path TO audit",
        "set /* so */ local role app",
        "SET SESSION lock_timeout = 0",
        "RESET role",
        "RESET ALL",
        "DISCARD ALL",
        "SELECT pg_catalog.set_config('search_path', '', false)",
        "SELECT set_config ('role', 'x', true)"
      })
  void whatGoesOn(String statement) {
    assertThat(SessionSetting.affectsOthers(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET CONSTRAINTS ALL DEFERRED",
        "SET LOCAL check_function_bodies = off",
        "UPDATE t SET search_path = 'a'",
        "ALTER ROLE app SET search_path = audit",
        "SELECT 'set_config('",
        "CREATE TABLE settings ()"
      })
  void whatDoesNot(String statement) {
    assertThat(SessionSetting.affectsOthers(statement)).isFalse();
  }
}
