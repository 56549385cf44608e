package org.nnlang.compiler.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.Operands;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Weight;

/** The table of the derivatives: from an operation and the gradient of its result to the gradients of its inputs. */
final class InputGradients {
    private final GradientNodes nodes;
    private final KeptValues values;
    private final Predicate<Node> wanted;
    private final BiConsumer<Node, Node> result;

    /**
     * Prepares the table.
     *
     * @param wanted whether the gradient of a node leads to one of a weight
     * @param result takes an input and a part of its gradient
     */
    InputGradients(GradientNodes nodes, KeptValues values, Predicate<Node> wanted, BiConsumer<Node, Node> result) {
        this.nodes = nodes;
        this.values = values;
        this.wanted = wanted;
        this.result = result;
    }

    /** Adds the gradients of a node's inputs. */
    void add(Node node, Node gradient) {
        Op op = node.op();
        if (op instanceof Op.Map map) {
            map(node, map, gradient);
        } else if (op instanceof Op.Dense) {
            dense(node, gradient);
        } else if (op instanceof Op.Load) {
            addRows(node, node.input(0), gradient);
        } else if (op instanceof Op.Reduce reduce) {
            result.accept(node.input(0), reduction(node, reduce.primitive(), gradient));
        } else if (op instanceof Op.RowFunction function) {
            result.accept(node.input(0), rowFunction(node, function.primitive(), gradient));
        } else if (op instanceof Op.Dot dot) {
            dot(node, dot.repeat(), gradient);
        } else if (op instanceof Op.Concat) {
            concat(node, gradient);
        } else if (op instanceof Op.Slice slice) {
            slice(node, slice.from(), gradient);
        } else if (op instanceof Op.Reshape) {
            result.accept(
                    node.input(0), nodes.reshaped(node, gradient, node.input(0).shape()));
        } else if (op instanceof Op.Dropout) {
            // Dropout is linear: the same zeros and the same factor meet the gradient.
            result.accept(node.input(0), nodes.add(node, op, List.of(gradient), node.shape()));
        } else {
            throw new IllegalStateException("no gradient of " + node);
        }
    }

    /** One part for each way in which an input is met; a weight gets its part at once. */
    private void map(Node node, Op.Map map, Node gradient) {
        for (int i = 0; i < node.inputs().size(); i++) {
            Node input = node.input(i);
            if (wanted.test(input)) {
                Node element = elementGradient(node, map, i, gradient);
                if (element != null) {
                    reduced(node, map.operands().get(i), input, element);
                }
            }
        }
    }

    /** The gradient of an operand at each element of the result; null where it does not depend on it. */
    private @Nullable Node elementGradient(Node node, Op.Map map, int operand, Node gradient) {
        Optional<ScalarExpression> byResult =
                node.inputs().size() == 1 && values.isKept(node) ? ByResult.of(map.expression()) : Optional.empty();
        ScalarExpression derivative =
                byResult.orElseGet(() -> ScalarSimplifier.simplify(ScalarDerivatives.of(map.expression(), operand)));
        if (derivative.equals(Formulas.ZERO)) {
            return null;
        }
        List<Node> inputs = new ArrayList<>(List.of(gradient));
        List<Broadcast> met = new ArrayList<>(List.of(Broadcast.ELEMENT));
        if (byResult.isPresent()) {
            inputs.add(node);
            met.add(Broadcast.ELEMENT);
        } else {
            for (int i = 0; i < node.inputs().size(); i++) {
                inputs.add(node.input(i));
                met.add(map.operands().get(i));
            }
        }
        List<ScalarExpression> moved = new ArrayList<>();
        for (int i = 1; i < inputs.size(); i++) {
            moved.add(new Operand(i));
        }
        ScalarExpression formula = Formulas.product(new Operand(0), derivative.substitute(moved));
        return formula.equals(new Operand(0)) ? gradient : used(node, formula, inputs, met);
    }

    /** The formula on those inputs that it mentions, so that no other value has to be kept. */
    private Node used(Node node, ScalarExpression formula, List<Node> inputs, List<Broadcast> met) {
        Operands operands = new Operands(node.rows(), node.width());
        ScalarExpression mentioned = operands.addAll(formula, inputs, met);
        List<Node> kept = operands.inputs().stream()
                .map(input -> input.isBackward() ? input : values.value(input))
                .toList();
        return nodes.map(node, mentioned, kept, operands.broadcasts(), node.shape());
    }

    /** Sums over the elements that an input meets. */
    private void reduced(Node node, Broadcast met, Node input, Node gradient) {
        Node sum = switch (met) {
            case ELEMENT -> gradient;
            case ROW -> nodes.sumOfRows(node, gradient);
            case COLUMN -> input.isWeight() || node.rows() == 1 ? gradient : sumOfGroups(node, node.rows(), gradient);
            case NUMBER -> {
                Shape row = Shape.of(Math.toIntExact(node.elements()));
                yield nodes.sumOfRows(node, nodes.reshaped(node, gradient, row));
            }
        };
        if (input.isWeight()) {
            addRows(node, input, sum);
        } else {
            result.accept(input, nodes.reshaped(node, sum, input.shape()));
        }
    }

    private Node sumOfGroups(Node node, long group, Node gradient) {
        Shape shape = Shape.of(Math.toIntExact(gradient.rows() / group), gradient.width());
        return nodes.add(node, new Op.SumRows(Math.toIntExact(group)), List.of(gradient), shape);
    }

    private void addRows(Node node, Node weight, Node gradient) {
        Weight of = ((Op.Weight) weight.op()).weight();
        if (of.trainable()) {
            nodes.accumulate(node, of, new Op.AddRows(of), List.of(gradient));
        }
    }

    private void dense(Node node, Node gradient) {
        Node weight = node.input(0);
        Node rows = node.input(1);
        Weight of = ((Op.Weight) weight.op()).weight();
        if (of.trainable()) {
            nodes.accumulate(node, of, new Op.AddProducts(of), List.of(values.value(rows), gradient));
        }
        if (wanted.test(rows)) {
            result.accept(rows, nodes.add(node, new Op.TransposedDense(), List.of(weight, gradient), rows.shape()));
        }
    }

    private Node reduction(Node node, Primitive primitive, Node gradient) {
        Node row = node.input(0);
        if (primitive == Primitive.SUM) {
            return nodes.map(node, new Operand(0), List.of(gradient), List.of(Broadcast.ROW), row.shape());
        }
        Node value = values.value(row);
        if (primitive == Primitive.PRODUCT) {
            return nodes.add(node, new Op.RowGradient(primitive), List.of(value, gradient), row.shape());
        }
        // Equal extremes share the gradient, as TensorFlow's reduce_max and PyTorch's amax do it.
        ScalarExpression isExtreme = ScalarExpression.apply(Primitive.EQUAL, new Operand(0), new Operand(1));
        List<Broadcast> rowAndNumber = List.of(Broadcast.ELEMENT, Broadcast.ROW);
        Node extreme = values.value(node);
        ScalarExpression one = Formulas.choose(isExtreme, Formulas.ONE, Formulas.ZERO);
        Node count = nodes.sumOfRows(node, nodes.map(node, one, List.of(value, extreme), rowAndNumber, row.shape()));
        ScalarExpression share =
                Formulas.choose(isExtreme, Formulas.quotient(new Operand(2), new Operand(3)), Formulas.ZERO);
        return nodes.map(
                node,
                share,
                List.of(value, extreme, gradient, count),
                List.of(Broadcast.ELEMENT, Broadcast.ROW, Broadcast.ROW, Broadcast.ROW),
                row.shape());
    }

    private Node rowFunction(Node node, Primitive primitive, Node gradient) {
        Node row = node.input(0);
        if (primitive == Primitive.SORT_DESCENDING) {
            return nodes.add(node, new Op.RowGradient(primitive), List.of(values.value(row), gradient), row.shape());
        }
        // The last sums hold every element, the first only the first: the sums of the gradient's ends.
        Node all = nodes.sumOfRows(node, gradient);
        Node beginnings = nodes.add(node, new Op.RowFunction(Primitive.CUMULATIVE_SUM), List.of(gradient), row.shape());
        ScalarExpression ends = ScalarExpression.apply(
                Primitive.ADD,
                ScalarExpression.apply(Primitive.SUBTRACT, new Operand(0), new Operand(1)),
                new Operand(2));
        return nodes.map(
                node,
                ends,
                List.of(all, beginnings, gradient),
                List.of(Broadcast.ROW, Broadcast.ELEMENT, Broadcast.ELEMENT),
                row.shape());
    }

    /** Each row of the first input meets one of the second, which meets {@code repeat} of the first. */
    private void dot(Node node, int repeat, Node gradient) {
        Node first = node.input(0);
        Node second = node.input(1);
        ScalarExpression product = ScalarExpression.apply(Primitive.MULTIPLY, new Operand(0), new Operand(1));
        List<Broadcast> numberAndRow = List.of(Broadcast.ROW, Broadcast.ELEMENT);
        Node ofRow = nodes.reshaped(node, gradient, Shape.of(Math.toIntExact(first.rows())));
        if (wanted.test(first)) {
            Node other = values.value(second);
            Shape repeated = new Shape(first.shape().sizes());
            Node met = repeat == 1
                    ? nodes.reshaped(node, other, repeated)
                    : nodes.add(node, new Op.RepeatRows(repeat), List.of(other), repeated);
            result.accept(first, nodes.map(node, product, List.of(ofRow, met), numberAndRow, first.shape()));
        }
        if (wanted.test(second)) {
            Node parts = nodes.map(node, product, List.of(ofRow, values.value(first)), numberAndRow, first.shape());
            Node sum = repeat == 1 ? parts : sumOfGroups(node, repeat, parts);
            result.accept(second, nodes.reshaped(node, sum, second.shape()));
        }
    }

    private void concat(Node node, Node gradient) {
        int from = 0;
        for (Node input : node.inputs()) {
            if (wanted.test(input)) {
                result.accept(input, nodes.add(node, new Op.Slice(from), List.of(gradient), input.shape()));
            }
            from += input.width();
        }
    }

    private void slice(Node node, int from, Node gradient) {
        Node row = node.input(0);
        List<Node> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(zeros(node, row.shape(), from));
        }
        parts.add(gradient);
        int after = row.width() - from - node.width();
        if (after > 0) {
            parts.add(zeros(node, row.shape(), after));
        }
        result.accept(row, nodes.add(node, new Op.Concat(), parts, row.shape()));
    }

    private Node zeros(Node node, Shape like, int width) {
        List<Integer> sizes = new ArrayList<>(like.sizes());
        sizes.set(sizes.size() - 1, width);
        return nodes.map(node, Formulas.ZERO, List.of(), List.of(), new Shape(sizes));
    }
}
