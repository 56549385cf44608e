package org.nnlang.compiler.memory;

import java.util.IdentityHashMap;
import java.util.List;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;

/** Which array holds which node while a session runs: few arrays, since most values are needed only for a moment. */
public final class Plan {
    private final Graph graph;
    private final List<Integer> slots;
    private final IdentityHashMap<Node, Place> places;

    Plan(Graph graph, List<Integer> slots, IdentityHashMap<Node, Place> places) {
        this.graph = graph;
        this.slots = List.copyOf(slots);
        this.places = places;
    }

    /** The graph that is planned. */
    public Graph graph() {
        return graph;
    }

    /** The size of each slot: floats for one example. */
    public List<Integer> slots() {
        return slots;
    }

    /** Where a node's elements are; weights have no place here. */
    public Place place(Node node) {
        Place place = places.get(node.source());
        if (place == null) {
            throw new IllegalStateException("node " + node + " has no place");
        }
        return place;
    }

    /** The floats of all slots for one example. */
    public long floats() {
        return slots.stream().mapToLong(Integer::longValue).sum();
    }

    /** The floats for one example if no value shared its place with another. */
    public long floatsWithoutSharing() {
        return graph.nodes().stream()
                .filter(node -> places.get(node) instanceof Place.Slot)
                .mapToLong(Node::elements)
                .sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("plan ").append(graph.model()).append('\n');
        for (int i = 0; i < slots.size(); i++) {
            text.append("  slot ").append(i).append(": ").append(slots.get(i)).append(" floats an example\n");
        }
        for (Node node : graph.nodes()) {
            if (!node.isWeight() && !node.isAccumulation()) {
                String alias =
                        node.source() == node ? "" : ", as " + node.source().name();
                text.append("  ")
                        .append(node)
                        .append(" -> ")
                        .append(place(node))
                        .append(alias)
                        .append('\n');
            }
        }
        return text.append("  together ")
                .append(floats())
                .append(" floats an example; without sharing ")
                .append(floatsWithoutSharing())
                .append('\n')
                .toString();
    }
}
