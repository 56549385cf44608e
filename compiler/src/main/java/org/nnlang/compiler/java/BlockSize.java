package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.Comparator;
import java.util.Optional;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;

/** How many examples go through all steps of a plan together, and how much work they are. */
final class BlockSize {
    /** Floats of a block, in buffers, inputs and outputs: a second-level cache of 1 MB. */
    private static final long FLOATS = 250_000;

    /** Multiples of this are multiples of the rows that kernels calculate at a time. */
    private static final int UNIT = 120;

    private static final int MOST_UNITS = 8;

    /** What a function of an element takes, in multiply-adds of a product; roughly. */
    private static final long ELEMENT = 20;

    private final Plan plan;

    BlockSize(Plan plan) {
        this.plan = plan;
    }

    /** The examples of a block. */
    int examples() {
        long each = plan.floats()
                + SessionClass.ports(plan.graph()).mapToLong(Node::elements).sum();
        int examples = (int) Math.max(1, Math.min(MOST_UNITS, FLOATS / Math.max(1, each) / UNIT)) * UNIT;
        int largest = plan.slots().stream().mapToInt(Integer::intValue).max().orElse(1);
        return Math.min(examples, Integer.MAX_VALUE / Math.max(1, largest));
    }

    /** About as many multiply-adds as an example takes. */
    long work() {
        return plan.graph().nodes().stream().mapToLong(BlockSize::work).sum();
    }

    private static long work(Node node) {
        Op op = node.op();
        if (op instanceof Op.FusedDense) {
            return product(node) + node.elements() * ELEMENT;
        }
        boolean isWork = !node.isWeight() && !(op instanceof Op.Input || op instanceof Op.Reshape);
        return isWork ? node.elements() * ELEMENT : 0;
    }

    private static long product(Node node) {
        return node.input(0).elements() * node.input(1).rows();
    }

    /** The Java of what gives the number whose multiples ranges of examples are best: that of the largest product. */
    CodeBlock unit() {
        Optional<Node> largest = plan.graph().nodes().stream()
                .filter(node -> node.op() instanceof Op.FusedDense)
                .max(Comparator.comparingLong(BlockSize::product));
        return largest.filter(node -> node.input(1).rows() == 1)
                .map(node -> CodeBlock.of("() -> model.kernels.rowsAtATime($L)", node.width()))
                .orElse(CodeBlock.of("() -> 1"));
    }
}
