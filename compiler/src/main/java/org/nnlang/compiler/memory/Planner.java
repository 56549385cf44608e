package org.nnlang.compiler.memory;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/**
 * Gives each value a place: inputs and outputs the caller's arrays, everything else a slot.
 *
 * <p>Each slot is an array of its own, since the JIT vectorises plain indices over distinct arrays only. Greedy, in the order of the
 * graph: the result goes over an input that is not needed any more if the operation allows, else into the free slot that fits best,
 * else into the largest free slot, which grows, else into a new one.
 */
public final class Planner {
    private final Graph graph;
    private final boolean evenSlots;
    private final IdentityHashMap<Node, Place> places = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> lastUses = new IdentityHashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    /** The last moment at which the value in each slot is needed. */
    private final List<Integer> busyUntil = new ArrayList<>();

    private Planner(Graph graph, boolean evenSlots) {
        this.graph = graph;
        this.evenSlots = evenSlots;
    }

    /** Plans a graph that is calculated from step to step. */
    public static Plan plan(Graph graph) {
        return new Planner(graph, false).plan();
    }

    /**
     * Plans a graph of which several threads calculate some examples each, in the same arrays.
     *
     * <p>One thread's examples are apart from another's at any time if all values in a slot are of one length.
     */
    public static Plan planShared(Graph graph) {
        return new Planner(graph, true).plan();
    }

    private Plan plan() {
        for (int i = 0; i < graph.outputs().size(); i++) {
            places.put(graph.outputs().get(i).node().source(), new Place.OutputArray(i));
        }
        List<Node> nodes = graph.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            for (Node input : nodes.get(i).inputs()) {
                lastUses.put(input.source(), i);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.op() instanceof Op.Input input) {
                places.put(node, new Place.InputArray(input.index()));
            } else if (hasElements(node) && !places.containsKey(node)) {
                places.put(node, slot(node, i));
            }
        }
        return new Plan(graph, sizes, places);
    }

    private static boolean hasElements(Node node) {
        return !node.isWeight() && !node.isAccumulation() && !(node.op() instanceof Op.Reshape);
    }

    private Place.Slot slot(Node node, int now) {
        int size = Math.toIntExact(node.elements());
        Integer overwritten = overwritten(node, now);
        int slot = overwritten != null ? overwritten : free(size, now);
        if (slot == sizes.size()) {
            sizes.add(size);
            busyUntil.add(now);
        }
        sizes.set(slot, Math.max(sizes.get(slot), size));
        busyUntil.set(slot, lastUses.getOrDefault(node, now));
        return new Place.Slot(slot);
    }

    private @Nullable Integer overwritten(Node node, int now) {
        for (int i = 0; i < node.inputs().size(); i++) {
            Node input = node.input(i).source();
            if (places.get(input) instanceof Place.Slot slot
                    && busyUntil.get(slot.index()) == now
                    && InPlace.allowed(node, i)) {
                return slot.index();
            }
        }
        return null;
    }

    private int free(int size, int now) {
        int fitting = -1;
        int largest = -1;
        for (int i = 0; i < sizes.size(); i++) {
            if (busyUntil.get(i) < now && (!evenSlots || sizes.get(i) == size)) {
                if (sizes.get(i) >= size && (fitting < 0 || sizes.get(i) < sizes.get(fitting))) {
                    fitting = i;
                }
                if (largest < 0 || sizes.get(i) > sizes.get(largest)) {
                    largest = i;
                }
            }
        }
        if (fitting >= 0) {
            return fitting;
        }
        return largest >= 0 ? largest : sizes.size();
    }
}
