package org.nnlang.compiler.memory;

import java.util.List;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/** Which operations may write their result over an input. */
final class InPlace {
    private InPlace() {}

    /** Whether a node may overwrite the input with this index, if nobody needs it afterwards. */
    static boolean allowed(Node node, int input) {
        if (node.input(input).elements() != node.elements()) {
            return false;
        }
        if (node.op() instanceof Op.Map map) {
            return onlyElements(node, input, map.operands());
        }
        return node.op() instanceof Op.RowFormula formula
                && formula.program().overwrites(input)
                && onlyElements(node, input, formula.program().operands());
    }

    /** Whether the input's array is read only at the place that is being written, however the input is met. */
    private static boolean onlyElements(Node node, int input, List<Broadcast> operands) {
        for (int i = 0; i < operands.size(); i++) {
            boolean same = node.input(i).source() == node.input(input).source();
            if (same && operands.get(i) != Broadcast.ELEMENT) {
                return false;
            }
        }
        return true;
    }
}
