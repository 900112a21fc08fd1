package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.graph.Point.Keyword;
import dev.migrations.graph.Point.Name;
import dev.migrations.graph.Target.Absolute;
import dev.migrations.graph.Target.Relative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

  @Test
  void namesAPlace() {
    assertThat(Target.parse("head")).isEqualTo(new Absolute(null, Keyword.HEAD));
    assertThat(Target.parse("heads")).isEqualTo(new Absolute(null, Keyword.HEADS));
    assertThat(Target.parse("base")).isEqualTo(new Absolute(null, Keyword.BASE));
    assertThat(Target.parse("current")).isEqualTo(new Absolute(null, Keyword.CURRENT));
    assertThat(Target.parse("ae1027a6")).isEqualTo(new Absolute(null, new Name("ae1027a6")));
    assertThat(Target.parse("2024.01_orders"))
        .isEqualTo(new Absolute(null, new Name("2024.01_orders")));
  }

  @Test
  void namesAPlaceInABranch() {
    assertThat(Target.parse("billing@head")).isEqualTo(new Absolute("billing", Keyword.HEAD));
    assertThat(Target.parse("billing@heads")).isEqualTo(new Absolute("billing", Keyword.HEADS));
    assertThat(Target.parse("billing@base")).isEqualTo(new Absolute("billing", Keyword.BASE));
    assertThat(Target.parse("billing@ae10")).isEqualTo(new Absolute("billing", new Name("ae10")));
  }

  @Test
  void countsFromCurrent() {
    assertThat(Target.parse("+2")).isEqualTo(new Relative(null, Keyword.CURRENT, 2));
    assertThat(Target.parse("-1")).isEqualTo(new Relative(null, Keyword.CURRENT, -1));
    assertThat(Target.parse("billing@+1")).isEqualTo(new Relative("billing", Keyword.CURRENT, 1));
    assertThat(Target.parse("billing@-1")).isEqualTo(new Relative("billing", Keyword.CURRENT, -1));
  }

  @Test
  void countsFromAPlace() {
    assertThat(Target.parse("ae10+2")).isEqualTo(new Relative(null, new Name("ae10"), 2));
    assertThat(Target.parse("ae10-1")).isEqualTo(new Relative(null, new Name("ae10"), -1));
    assertThat(Target.parse("head-1")).isEqualTo(new Relative(null, Keyword.HEAD, -1));
    assertThat(Target.parse("base+2")).isEqualTo(new Relative(null, Keyword.BASE, 2));
    assertThat(Target.parse("billing@head-1")).isEqualTo(new Relative("billing", Keyword.HEAD, -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"head", "x@heads", "base", "ae10", "+2", "-1", "x@+1", "ae10-1", "x@head-12"})
  void isWrittenAsItWasRead(String text) {
    assertThat(Target.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "head ",
        "a\u00a0b",
        "@head",
        "x@",
        "x@y@head",
        "a:b",
        "+",
        "-",
        "ae10+",
        "ae10+1x",
        "+1+1",
        "--1",
        "+0",
        "ae10-0",
        "+99999999999",
        "head@+1",
        "base@head"
      })
  void refusesWhatIsNoTarget(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOfSatisfying(
            TargetSyntaxException.class,
            refused -> {
              assertThat(refused.target()).isEqualTo(text);
              assertThat(refused.description()).contains("'" + text + "' is not a target: ");
              assertThat(refused.action())
                  .contains("head, heads, base", "label@head", "at least 4");
            });
  }

  @Test
  void saysWhatIsWrongWithATarget() {
    assertThatThrownBy(() -> Target.parse("a:b")).hasMessageContaining("a range makes no sense");
    assertThatThrownBy(() -> Target.parse("+0")).hasMessageContaining("'+0' goes nowhere");
    assertThatThrownBy(() -> Target.parse("+99999999999")).hasMessageContaining("is too far");
    assertThatThrownBy(() -> Target.parse("x@")).hasMessageContaining("nothing follows the '@'");
    assertThatThrownBy(() -> Target.parse("head@+1")).hasMessageContaining("'head' is no branch");
  }

  @Test
  void readsRanges() {
    assertThat(TargetRange.parse("ae10:head"))
        .isEqualTo(new TargetRange(Target.parse("ae10"), Target.parse("head")));
    assertThat(TargetRange.parse("current:"))
        .isEqualTo(new TargetRange(Target.parse("current"), null));
    assertThat(TargetRange.parse(":x@+2")).isEqualTo(new TargetRange(null, Target.parse("x@+2")));
    assertThat(TargetRange.parse("-3:current")).hasToString("-3:current");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "ae10", "a:b:c", "a :b"})
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> TargetRange.parse(text)).isInstanceOf(TargetSyntaxException.class);
  }
}
