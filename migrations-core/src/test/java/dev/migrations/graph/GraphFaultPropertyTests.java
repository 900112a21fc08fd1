package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

/** Faults that are put into a graph without any are found, all of them and nothing else. */
class GraphFaultPropertyTests {

  /** A way to spoil a graph; each leaves revisions of its own behind. */
  enum Injection {
    DUPLICATE_ID(GraphFault.DuplicateId.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("twin", List.of(any), List.of(), List.of()));
        nodes.add(node("twin", List.of(), List.of(), List.of()));
      }
    },
    MISSING_PARENT(GraphFault.MissingParent.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("orphan", List.of(any, "nobody"), List.of(), List.of()));
      }
    },
    MISSING_DEPENDENCY(GraphFault.MissingDependency.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("needy", List.of(any), List.of("nothing"), List.of()));
      }
    },
    CYCLE(GraphFault.Cycle.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("hen", List.of("egg", any), List.of(), List.of()));
        nodes.add(node("egg", List.of("hen"), List.of(), List.of()));
      }
    },
    DEPENDENCY_CYCLE(GraphFault.Cycle.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("left", List.of(any), List.of("right"), List.of()));
        nodes.add(node("right", List.of(), List.of("left"), List.of()));
      }
    },
    SELF_LOOP(GraphFault.Cycle.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("self", List.of(any, "self"), List.of(), List.of()));
      }
    },
    LABEL_TAKEN(GraphFault.LabelTaken.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("first", List.of(any), List.of(), List.of("shared")));
        nodes.add(node("second", List.of(), List.of(), List.of("shared")));
      }
    },
    LABEL_EQUALS_ID(GraphFault.LabelEqualsId.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("borrower", List.of(), List.of(), List.of(any)));
      }
    },
    ILLEGAL_ID(GraphFault.IllegalId.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("a@b", List.of(any), List.of(), List.of()));
      }
    },
    ILLEGAL_LABEL(GraphFault.IllegalLabel.class) {
      @Override
      void into(List<RevisionNode> nodes, String any) {
        nodes.add(node("mislabelled", List.of(any), List.of(), List.of("two words")));
      }
    };

    final Class<? extends GraphFault> fault;

    Injection(Class<? extends GraphFault> fault) {
      this.fault = fault;
    }

    abstract void into(List<RevisionNode> nodes, String any);

    private static RevisionNode node(
        String id, List<String> down, List<String> dependsOn, List<String> labels) {
      return new RevisionNode(id, down, dependsOn, labels, id + ".sql");
    }
  }

  @Provide
  Arbitrary<List<RevisionNode>> revisions() {
    return RandomGraphs.revisions();
  }

  @Property
  void aGraphWithoutFaultsIsBuilt(@ForAll("revisions") List<RevisionNode> revisions) {
    assertThat(RevisionGraph.of(revisions).revisions()).isEqualTo(revisions);
  }

  @Property
  void everyFaultIsReported(
      @ForAll("revisions") List<RevisionNode> revisions, @ForAll @NotEmpty Set<Injection> chosen) {
    List<RevisionNode> spoiled = new ArrayList<>(revisions);
    for (Injection injection : EnumSet.copyOf(chosen)) {
      injection.into(spoiled, revisions.get(0).id());
    }

    RevisionGraphException refused =
        catchThrowableOfType(RevisionGraphException.class, () -> RevisionGraph.of(spoiled));

    assertThat(refused.faults())
        .<Class<?>>extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(
            chosen.stream().<Class<?>>map(injection -> injection.fault).toList());
    assertThat(refused.faults())
        .allSatisfy(fault -> assertThat(refused.description()).contains(fault.message(), ".sql"));
  }
}
