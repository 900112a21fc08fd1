package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgCatalogTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a = 1 AND b || 'x = f(1)' <> \"y = \" ; a OPERATOR(pg_catalog.=) 1 AND b OPERATOR(pg_catalog.||) 'x = f(1)' OPERATOR(pg_catalog.<>) \"y = \"",
        "count(*), t.*, f(a::text, b::pg_catalog.oid) ; pg_catalog.count(*), t.*, pg_catalog.f(a::pg_catalog.text, b::pg_catalog.oid)",
        "coalesce(sum(x), 0)::bigint, s.f(1) ; coalesce(pg_catalog.sum(x), 0)::bigint, s.f(1)",
        "a = ANY ('{x}'::name[]) ; a OPERATOR(pg_catalog.=) ANY ('{x}'::pg_catalog.name[])",
        "x := format('%%s', y => z) ; x := pg_catalog.format('%%s', y => z)",
        "%1$s = %s::regclass AND a = %%2$s ; %1$s OPERATOR(pg_catalog.=) %s::pg_catalog.regclass AND a OPERATOR(pg_catalog.=) %%2$s",
        "EXISTS (SELECT FROM t (a) WHERE a -> 'b' IS NULL) ; EXISTS (SELECT FROM t (a) WHERE a OPERATOR(pg_catalog.->) 'b' IS NULL)"
      })
  void namesTheSchemaOfFunctionsOperatorsAndTypes(String plain, String qualified) {
    assertThat(PgCatalog.sql(plain)).isEqualTo(qualified);
  }
}
