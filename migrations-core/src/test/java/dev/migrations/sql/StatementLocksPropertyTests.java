package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No statement, however wrong, stops the reading of its locks. */
class StatementLocksPropertyTests {

  @Property(tries = 20_000)
  void anyWordsAreRead(@ForAll("statements") List<String> words) {
    StatementLocks locks = new SqlStatement(String.join(" ", words), 1).locks();

    assertThatNoException()
        .isThrownBy(() -> locks.locks().forEach(lock -> lock.target().description()));
  }

  @Provide
  Arbitrary<List<String>> statements() {
    return Arbitraries.of(
            ("alter table only if exists add column constraint foreign key references unique "
                    + "primary check validate drop rename to set reset statistics type data cluster "
                    + "enable trigger attach detach partition inherit create or replace index "
                    + "concurrently on view materialized rule policy from of default as cascade "
                    + "truncate lock in share row exclusive mode vacuum full analyze reindex refresh "
                    + "comment column select insert into update delete merge with for join lateral "
                    + "using where publication domain schema explain copy declare statistics "
                    + "prepare execute function procedure language sql begin atomic end return do "
                    + "also instead nothing values default $$a$$ ; "
                    + "a b \"A\" \"\" U&\"x\" ( ) ( ) , , . . * 1 'x' =")
                .split(" "))
        .list()
        .ofMaxSize(15);
  }
}
