package org.nnlang.compiler.pass;

import java.util.List;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.RowProgram;

/**
 * A loss and its gradient as statements over one row.
 *
 * <p>The operands of the expressions are the leaves, then the results of the value's statements, then those of the gradient's.
 *
 * @param leaves the prediction, the target, positions and settings
 * @param value the statements of the loss; the last one is its value
 * @param gradient the statements that the gradient needs beside them; the last one makes its row
 */
public record LossProgram(List<Node> leaves, List<RowProgram.Statement> value, List<RowProgram.Statement> gradient) {
    public LossProgram {
        leaves = List.copyOf(leaves);
        value = List.copyOf(value);
        gradient = List.copyOf(gradient);
    }
}
