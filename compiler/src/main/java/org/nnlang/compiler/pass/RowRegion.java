package org.nnlang.compiler.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/** The nodes that exist only to make one result out of rows: each makes a row or a number of the same rows. */
final class RowRegion {
    /** The longest region, which keeps the generated method small. */
    private static final int LARGEST = 24;

    /** What a node of a region makes of each row. */
    enum Role {
        ROW,
        NUMBER
    }

    private final long rows;
    private final int width;
    private final Node sink;
    private final IdentityHashMap<Node, Role> proposed = new IdentityHashMap<>();
    /** What is met in a way that no row of the region has at hand, such as all numbers by each row. */
    private final Set<Node> barred = Collections.newSetFromMap(new IdentityHashMap<>());

    private final IdentityHashMap<Node, Role> roles = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private RowRegion(Node sink) {
        this.sink = sink;
        Node shaped = sink.op() instanceof Op.Reduce ? sink.input(0) : sink;
        this.rows = shaped.rows();
        this.width = shaped.width();
    }

    /** The largest region that ends at a node, with the nodes before it in order. */
    static RowRegion endingAt(Node sink, List<Node> before, Uses uses) {
        RowRegion region = new RowRegion(sink);
        region.take(sink, sink.op() instanceof Op.Reduce ? Role.NUMBER : Role.ROW);
        for (int i = before.size() - 1; i >= 0 && region.canGrow(); i--) {
            Node node = before.get(i);
            Role role = region.proposed.remove(node);
            if (role != null && region.fits(node, role) && region.alone(node, uses)) {
                region.take(node, role);
            }
        }
        Collections.reverse(region.nodes);
        return region;
    }

    /** Its nodes in order; the last one makes the result. */
    List<Node> nodes() {
        return nodes;
    }

    /** The node that makes the result. */
    Node sink() {
        return sink;
    }

    long rows() {
        return rows;
    }

    int width() {
        return width;
    }

    /** What a node makes, or null where it is outside. */
    @Nullable
    Role role(Node node) {
        return roles.get(node);
    }

    /** Whether there is more than element-wise work in it, and more than one node. */
    boolean hasReduction() {
        return nodes.size() > 1 && nodes.stream().anyMatch(node -> node.op() instanceof Op.Reduce);
    }

    private boolean canGrow() {
        return !proposed.isEmpty() && nodes.size() < LARGEST;
    }

    private void take(Node node, Role role) {
        roles.put(node, role);
        nodes.add(node);
        if (node.op() instanceof Op.Map map) {
            for (int i = 0; i < map.operands().size(); i++) {
                propose(node.input(i), operandRole(role, map.operands().get(i)));
            }
        } else {
            propose(node.input(0), Role.ROW);
        }
    }

    private @Nullable Role operandRole(Role role, Broadcast met) {
        if (met == Broadcast.ELEMENT) {
            return role;
        }
        boolean oneOfRow = met == Broadcast.ROW || (met == Broadcast.NUMBER && rows == 1);
        return role == Role.ROW && oneOfRow ? Role.NUMBER : null;
    }

    private void propose(Node node, @Nullable Role role) {
        Role known = proposed.get(node);
        if (role == null || barred.contains(node) || (known != null && known != role)) {
            proposed.remove(node);
            barred.add(node);
        } else {
            proposed.put(node, role);
        }
    }

    private boolean fits(Node node, Role role) {
        if (node.op() instanceof Op.Reduce) {
            return role == Role.NUMBER
                    && node.input(0).rows() == rows
                    && node.input(0).width() == width;
        }
        if (!(node.op() instanceof Op.Map map)) {
            return false;
        }
        return role == Role.ROW
                ? node.rows() == rows && node.width() == width
                : node.elements() == rows
                        && map.operands().stream().allMatch(met -> met == Broadcast.ELEMENT || met == Broadcast.NUMBER);
    }

    private boolean alone(Node node, Uses uses) {
        return !uses.isOutput(node) && uses.of(node).stream().allMatch(roles::containsKey);
    }
}
