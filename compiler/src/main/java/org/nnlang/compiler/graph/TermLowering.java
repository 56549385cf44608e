package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;

/**
 * Makes nodes of a term.
 *
 * <p>A function of a row is opened where it is called: its terms then have the shapes of the body with the caller's outer
 * dimensions before them. A function of numbers stays a call inside a {@link Op.Map}.
 */
final class TermLowering {
    private final NodeFactory nodes;
    private final Function<Value, Node> values;
    private final ScalarFunctions functions = new ScalarFunctions();
    private int dropouts;

    TermLowering(NodeFactory nodes, Function<Value, Node> values) {
        this.nodes = nodes;
        this.values = values;
    }

    /** The node of a term of the model; never a weight. */
    Node lower(Term term, Node.Origin origin) {
        Scope scope = new Scope(origin, Shape.NUMBER, List.of());
        return scope.whole(scope.lower(term), term.shape());
    }

    /** A body in which terms are lowered: the model's or a function's. */
    private final class Scope {
        private final Node.Origin origin;
        private final Shape outer;
        private final List<Lowered> arguments;

        Scope(Node.Origin origin, Shape outer, List<Lowered> arguments) {
            this.origin = origin;
            this.outer = outer;
            this.arguments = arguments;
        }

        Lowered lower(Term term) {
            if (term instanceof Term.Constant constant) {
                return new Lowered.Constant(constant.value());
            }
            if (term instanceof Term.ValueOf value) {
                return tensor(values.apply(value.value()), term.shape());
            }
            if (term instanceof Term.WeightOf weight) {
                return tensor(nodes.weight(weight.weight()), term.shape());
            }
            if (term instanceof Term.Setting setting) {
                return new Lowered.Tensor(nodes.setting(setting.name(), origin), Shape.NUMBER, false);
            }
            if (term instanceof Term.RowLength) {
                return new Lowered.Tensor(nodes.setting(Op.Setting.LENGTH, origin), Shape.NUMBER, false);
            }
            if (term instanceof Term.Argument argument) {
                return arguments.get(argument.index());
            }
            if (term instanceof Term.Slice slice) {
                return part("slice", new Op.Slice(slice.from()), lower(slice.row()), slice.shape());
            }
            return term instanceof Term.Invoke invoke ? invoke(invoke) : apply((Term.Apply) term);
        }

        private List<Lowered> lowerAll(List<Term> terms) {
            return terms.stream().map(this::lower).toList();
        }

        private Lowered apply(Term.Apply apply) {
            List<Lowered> operands = lowerAll(apply.arguments());
            Primitive primitive = apply.primitive();
            String word = primitive.functionName();
            return switch (primitive) {
                case DOT -> dot(operands.get(0), operands.get(1), apply);
                case CONCAT -> concat(operands, apply.shape());
                case RESHAPE -> part(word, new Op.Reshape(), operands.get(0), apply.shape());
                case DROPOUT -> dropout(operands, apply.shape());
                case POSITIONS -> tensor(node(word, new Op.Positions(), List.of(), apply.shape()), apply.shape());
                default ->
                    switch (primitive.kind()) {
                        case ELEMENT ->
                            map(word, operands, apply.shape(), list -> new ScalarExpression.Apply(primitive, list));
                        case REDUCTION -> part(word, new Op.Reduce(primitive), operands.get(0), apply.shape());
                        default -> part(word, new Op.RowFunction(primitive), operands.get(0), apply.shape());
                    };
            };
        }

        private Lowered dropout(List<Lowered> operands, Shape shape) {
            if (!(operands.get(1) instanceof Lowered.Constant rate)) {
                throw new IllegalStateException("the rate of dropout in " + origin.path() + " is not a constant");
            }
            return part("dropout", new Op.Dropout(rate.value(), dropouts++), operands.get(0), shape);
        }

        private Lowered invoke(Term.Invoke invoke) {
            PureFunction function = invoke.function();
            List<Lowered> operands = lowerAll(invoke.arguments());
            Optional<ScalarFunction> scalar = functions.of(function);
            if (scalar.isPresent()) {
                return map(
                        function.name(),
                        operands,
                        invoke.shape(),
                        list -> new ScalarExpression.Invoke(scalar.get(), list));
            }
            Shape mapped = Lowered.prefix(invoke.shape(), function.body().shape());
            Shape inner = Lowered.concatenated(outer, mapped);
            List<Lowered> inside = new ArrayList<>();
            for (int i = 0; i < operands.size(); i++) {
                inside.add(argument(operands.get(i), function.arguments().get(i), mapped));
            }
            Scope body = new Scope(origin.inside(function.name()), inner, inside);
            Lowered result = body.lower(function.body());
            if (mapped.rank() == 0 || result instanceof Lowered.Constant) {
                return result;
            }
            return tensor(body.whole(result, function.body().shape()), invoke.shape());
        }

        /** An argument as the function's body sees it. */
        private Lowered argument(Lowered operand, Shape declared, Shape mapped) {
            if (!(operand instanceof Lowered.Tensor tensor)) {
                return operand;
            }
            boolean hasMapped = tensor.shape().rank() == declared.rank() + mapped.rank();
            if (!hasMapped && tensor.outer() && outer.rank() > 0) {
                Shape full = Lowered.concatenated(mapped, declared);
                return new Lowered.Tensor(whole(operand, full), declared, true);
            }
            boolean hasInner = hasMapped && (tensor.outer() || outer.rank() == 0);
            return new Lowered.Tensor(tensor.node(), declared, hasInner && outer.rank() + mapped.rank() > 0);
        }

        private Lowered dot(Lowered left, Lowered right, Term.Apply apply) {
            if (isWeight(left) && !isWeight(right)) {
                return dense((Lowered.Tensor) left, right, apply.shape());
            }
            if (isWeight(right) && !isWeight(left) && right instanceof Lowered.Tensor weight) {
                return dense(weight, left, apply.shape());
            }
            Shape leftShape = apply.arguments().get(0).shape();
            Shape rightShape = apply.arguments().get(1).shape();
            Node first = whole(left, leftShape);
            Node second = whole(right, rightShape);
            return tensor(
                    node(
                            "dot",
                            new Op.Dot(Math.toIntExact(leftShape.rows() / rightShape.rows())),
                            List.of(first, second),
                            apply.shape()),
                    apply.shape());
        }

        /** A product by a weight [units, n], or by one [n], which is a single unit. */
        private Lowered dense(Lowered.Tensor weight, Lowered rows, Shape shape) {
            return part("dot", new Op.Dense(), List.of(weight.node()), rows, shape);
        }

        private boolean isWeight(Lowered operand) {
            return operand instanceof Lowered.Tensor tensor
                    && tensor.node().isWeight()
                    && tensor.node().shape().equals(tensor.shape());
        }

        private Lowered concat(List<Lowered> operands, Shape shape) {
            List<Node> rows = new ArrayList<>();
            for (Lowered operand : operands) {
                Shape own = operand instanceof Lowered.Tensor tensor ? tensor.shape() : Shape.NUMBER;
                rows.add(whole(operand, own));
            }
            return tensor(node("concat", new Op.Concat(), rows, shape), shape);
        }

        /** An operation of one value, which has the outer dimensions if the value has them. */
        private Lowered part(String word, Op op, Lowered operand, Shape shape) {
            return part(word, op, List.of(), operand, shape);
        }

        private Lowered part(String word, Op op, List<Node> before, Lowered operand, Shape shape) {
            Node value = value(operand);
            boolean hasOuter = operand instanceof Lowered.Tensor tensor && tensor.outer();
            List<Node> inputs = new ArrayList<>(before);
            inputs.add(value);
            Shape full = hasOuter ? Lowered.concatenated(outer, shape) : shape;
            return new Lowered.Tensor(nodes.addPart(origin, word, op, inputs, full), shape, hasOuter);
        }

        private Lowered map(
                String word,
                List<Lowered> operands,
                Shape shape,
                Function<List<ScalarExpression>, ScalarExpression> formula) {
            boolean hasOuter =
                    operands.stream().anyMatch(operand -> operand instanceof Lowered.Tensor tensor && tensor.outer());
            return map(word, operands, shape, hasOuter, formula);
        }

        private Lowered.Tensor map(
                String word,
                List<Lowered> operands,
                Shape shape,
                boolean hasOuter,
                Function<List<ScalarExpression>, ScalarExpression> formula) {
            List<ScalarExpression> arguments = new ArrayList<>();
            List<Node> inputs = new ArrayList<>();
            List<Broadcast> broadcasts = new ArrayList<>();
            for (Lowered operand : operands) {
                if (operand instanceof Lowered.Tensor tensor) {
                    arguments.add(new ScalarExpression.Operand(inputs.size()));
                    inputs.add(tensor.node());
                    broadcasts.add(broadcast(tensor, shape, hasOuter));
                } else if (operand instanceof Lowered.Constant constant) {
                    arguments.add(new ScalarExpression.Constant(constant.value()));
                }
            }
            Op.Map op = new Op.Map(formula.apply(arguments), broadcasts);
            return new Lowered.Tensor(mapNode(word, op, inputs, shape, hasOuter), shape, hasOuter);
        }

        /** A matrix is made as one row, so that what is met once for each of several is met by row or by column. */
        private Node mapNode(String word, Op.Map op, List<Node> inputs, Shape shape, boolean hasOuter) {
            boolean byMatrix =
                    op.operands().contains(Broadcast.ROW) || op.operands().contains(Broadcast.COLUMN);
            if (!hasOuter || shape.rank() <= 1 || !byMatrix) {
                return nodes.addPart(origin, word, op, inputs, hasOuter ? Lowered.concatenated(outer, shape) : shape);
            }
            Shape row = Shape.of(Math.toIntExact(shape.elements()));
            Node rows = nodes.addPart(origin, word, op, inputs, Lowered.concatenated(outer, row));
            return nodes.addPart(
                    origin, "reshape", new Op.Reshape(), List.of(rows), Lowered.concatenated(outer, shape));
        }

        private Broadcast broadcast(Lowered.Tensor operand, Shape shape, boolean resultHasOuter) {
            boolean sameOuter = operand.outer() == resultHasOuter;
            if (operand.shape().equals(shape)) {
                Broadcast missingOuter = shape.rank() == 0 ? Broadcast.NUMBER : Broadcast.COLUMN;
                return sameOuter ? Broadcast.ELEMENT : missingOuter;
            }
            return sameOuter && resultHasOuter ? Broadcast.ROW : Broadcast.NUMBER;
        }

        /** The operand as a value: constants filled in, weights copied for each example. */
        private Node value(Lowered operand) {
            if (operand instanceof Lowered.Tensor tensor) {
                Node node = tensor.node();
                return node.isWeight()
                        ? nodes.addPart(origin, "load", new Op.Load(), List.of(node), node.shape())
                        : node;
            }
            return map("constant", List.of(operand), Shape.NUMBER, false, list -> list.get(0))
                    .node();
        }

        /** The operand as a value of this shape with the outer dimensions. */
        private Node whole(Lowered operand, Shape shape) {
            boolean fits = operand instanceof Lowered.Tensor tensor
                    && tensor.shape().equals(shape)
                    && (tensor.outer() || outer.rank() == 0);
            return fits
                    ? value(operand)
                    : map("repeat", List.of(operand), shape, outer.rank() > 0, list -> list.get(0))
                            .node();
        }

        private Node node(String word, Op op, List<Node> inputs, Shape shape) {
            return nodes.addPart(origin, word, op, inputs, Lowered.concatenated(outer, shape));
        }

        private Lowered tensor(Node node, Shape shape) {
            return new Lowered.Tensor(node, shape, outer.rank() > 0);
        }
    }
}
