package org.nnlang.compiler.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.compiler.testing.RandomNetworks;

/** Values that are needed at the same moment have different places. */
class PlannerTest {
    private static final int NETWORKS = 300;

    @Test
    void neverSharesASlotWhileBothAreNeeded() {
        long together = 0;
        long apart = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Plan plan = Compilation.of(RandomNetworks.of(seed)).plan();
            check(plan);
            assertThat(plan.floats()).isLessThanOrEqualTo(plan.floatsWithoutSharing());
            together += plan.floats();
            apart += plan.floatsWithoutSharing();
        }
        assertThat(together).isLessThan(apart * 9 / 10);
    }

    @Test
    void whatThreadsShareHasSlotsOfOneLength() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            Plan plan = Planner.planShared(
                    Compilation.of(RandomNetworks.of(seed)).training().graph());
            check(plan);
            for (Node node : plan.graph().nodes()) {
                if (!node.isWeight() && !node.isAccumulation() && plan.place(node) instanceof Place.Slot slot) {
                    assertThat(plan.slots().get(slot.index()))
                            .as("the slot of %s in\n%s%s", node, plan.graph(), plan)
                            .isEqualTo(Math.toIntExact(node.elements()));
                }
            }
        }
    }

    /** Walks the steps in order, and remembers which value each array holds: what is read must still be there. */
    private static void check(Plan plan) {
        Map<Place, Node> held = new HashMap<>();
        for (Node node : plan.graph().nodes()) {
            if (node.isWeight()) {
                continue;
            }
            for (Node input : node.inputs()) {
                if (!input.isWeight()) {
                    assertThat(held.get(plan.place(input)))
                            .as("what %s reads as %s in\n%s%s", node, input, plan.graph(), plan)
                            .isSameAs(input.source());
                    assertOverwrites(plan, node, input);
                }
            }
            if (!(node.op() instanceof Op.Reshape) && !node.isAccumulation()) {
                held.put(plan.place(node), node);
            }
        }
        plan.graph()
                .outputs()
                .forEach(output -> assertThat(held.get(plan.place(output.node())))
                        .as("output %s of\n%s%s", output.name(), plan.graph(), plan)
                        .isSameAs(output.node().source()));
    }

    private static void assertOverwrites(Plan plan, Node node, Node input) {
        boolean overwrites = !(node.op() instanceof Op.Reshape)
                && !node.isAccumulation()
                && plan.place(node).equals(plan.place(input));
        if (overwrites) {
            assertThat(InPlace.allowed(node, node.inputs().indexOf(input)))
                    .as("%s over %s in\n%s%s", node, input, plan.graph(), plan)
                    .isTrue();
        }
    }

    @Test
    void aChainNeedsTwoSlotsAndASkipThree() {
        assertThat(Compilation.of(Networks.digitClassifier()).plan().slots()).containsExactly(50, 100);
        assertThat(Compilation.of(Networks.residual(20, 8)).plan().slots()).isEqualTo(List.of(8, 8));
    }

    @Test
    void outputsAreWrittenToTheCaller() {
        Plan plan = Compilation.of(Networks.faces()).plan();
        List<Place> places = plan.graph().outputs().stream()
                .map(output -> plan.place(output.node()))
                .toList();
        assertThat(places).doesNotHaveDuplicates().allMatch(Place.OutputArray.class::isInstance);
    }
}
