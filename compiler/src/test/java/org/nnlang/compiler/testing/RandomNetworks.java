package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.model.Weight;

/** Networks that are drawn by a seed: every kind of step, in combinations that nobody would think of. */
public final class RandomNetworks {
    private static final List<UnaryOperator<Term>> OF_NUMBERS = List.of(
            Terms::identity,
            Terms::relu,
            Terms::swish,
            Terms::sigmoid,
            x -> Terms.map(Primitive.TANH, x),
            x -> Terms.map(Primitive.SOFTPLUS, x),
            x -> Terms.map(Primitive.MULTIPLY, x, Terms.number(0.5)),
            x -> Terms.map(Primitive.ADD, Terms.map(Primitive.ABS, x), Terms.map(Primitive.ABS, x)),
            x -> Terms.map(
                    Primitive.DIVIDE, x, Terms.map(Primitive.ADD, Terms.number(1), Terms.map(Primitive.ABS, x))));

    private static final List<UnaryOperator<Term>> OF_ROWS = List.of(
            Terms::softmax,
            Terms::logSoftmax,
            Terms::normalize,
            Terms::sparsemax,
            x -> Terms.softmax(Terms.map(Primitive.NEGATE, x)),
            x -> Terms.rowFunction(
                            "center",
                            row -> Terms.map(
                                    Primitive.SUBTRACT,
                                    row,
                                    Terms.map(Primitive.MULTIPLY, Terms.reduce(Primitive.MIN, row), Terms.number(0.5))))
                    .apply(x));

    private final Random random;
    private final NetworkBuilder network;
    private final List<Value> values = new ArrayList<>();
    private final List<LayerInstance> dense = new ArrayList<>();
    private int names;

    private RandomNetworks(long seed) {
        this.random = new Random(seed);
        this.network = new NetworkBuilder("Random" + seed);
    }

    /** The network of a seed. */
    public static CheckedModel of(long seed) {
        return new RandomNetworks(seed).draw();
    }

    private CheckedModel draw() {
        int inputs = 1 + random.nextInt(3);
        for (int i = 0; i < inputs; i++) {
            values.add(network.input("in" + i, shape()));
        }
        int steps = 3 + random.nextInt(15);
        for (int i = 0; i < steps; i++) {
            step();
        }
        int outputs = 1 + random.nextInt(4);
        for (int i = 0; i < outputs; i++) {
            network.output("out" + i, i == 0 ? values.get(values.size() - 1) : any());
        }
        return network.build();
    }

    private Integer[] shape() {
        int[] widths = {2, 4, 6};
        int width = widths[random.nextInt(widths.length)];
        return switch (random.nextInt(5)) {
            case 0 -> new Integer[] {};
            case 1 -> new Integer[] {3, width};
            case 2 -> new Integer[] {2, 3, width};
            default -> new Integer[] {width};
        };
    }

    private Value any() {
        return values.get(random.nextInt(values.size()));
    }

    private void step() {
        Value x = any();
        Term term = Terms.of(x);
        boolean row = x.shape().rank() > 0;
        switch (random.nextInt(17)) {
            case 0, 1 -> dense(row ? x : null);
            case 2 -> add(pick(OF_NUMBERS).apply(term));
            case 3 -> add(row ? pick(OF_ROWS).apply(term) : pick(OF_NUMBERS).apply(term));
            case 4, 5 -> meet(x);
            case 6 -> add(row && x.shape().width() % 2 == 0 ? Terms.glu(term) : Terms.sigmoid(term));
            case 7 -> add(row ? Terms.concat(term, Terms.sigmoid(term), term) : term);
            case 8 -> add(row ? Terms.slice(term, 1, x.shape().width() - 1) : term);
            case 9 -> add(Terms.reshape(term, (int) x.shape().elements()));
            case 10 -> slope(x);
            case 11, 12 -> add(row ? rowsTogether(x) : numbersTogether(x));
            case 13 -> add(row ? product(x) : numbersTogether(x));
            case 14 -> add(numbersTogether(x));
            case 15 -> add(row ? weightsAsValues(x) : term);
            default -> add(row ? Terms.reduce(pick(List.of(Primitive.SUM, Primitive.MAX, Primitive.MIN)), term) : term);
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(Term term) {
        if (term.shape().elements() <= 200
                && (term.shape().rank() == 0 || term.shape().width() > 1)) {
            values.add(network.compute("step" + names++, term));
        }
    }

    /** A layer of its own, or one that was used before and fits. */
    private void dense(@Nullable Value x) {
        if (x == null || x.shape().rank() != 1) {
            return;
        }
        int width = x.shape().width();
        LayerInstance layer = dense.stream()
                .filter(known -> known.weights().get(0).shape().width() == width && random.nextBoolean())
                .findFirst()
                .orElseGet(() -> {
                    LayerInstance fresh = network.denseLayer("dense" + names++, 2 + random.nextInt(5), width, "dense");
                    dense.add(fresh);
                    return fresh;
                });
        values.add(network.apply(layer, x, random.nextInt(3) == 0 ? pick(OF_ROWS) : pick(OF_NUMBERS)));
    }

    /** A formula of several values: of equal shape, or a number and any shape. */
    private void meet(Value x) {
        List<Value> fitting = values.stream()
                .filter(value ->
                        value.shape().equals(x.shape()) || value.shape().rank() == 0)
                .toList();
        Term sum = Terms.map(Primitive.ADD, Terms.of(x), Terms.of(pick(fitting)));
        Term product = Terms.map(Primitive.MULTIPLY, sum, Terms.of(pick(fitting)));
        add(random.nextBoolean() ? sum : Terms.map(Primitive.TANH, product));
    }

    /** A function of a row, another row or a weight, and a number. */
    private Term rowsTogether(Value x) {
        Shape row = Shape.of(x.shape().width());
        Term second = switch (random.nextInt(3)) {
            case 0 ->
                new Term.WeightOf(network.ownWeight("row" + names++, x.shape().width()));
            case 1 -> new Term.WeightOf(network.ownWeight("rows" + names++, sizes(x.shape())));
            default -> Terms.of(pick(like(x.shape())));
        };
        Term number = switch (random.nextInt(3)) {
            case 0 -> new Term.WeightOf(network.ownWeight("number" + names++));
            case 1 -> Terms.number(0.75);
            default -> Terms.of(number());
        };
        boolean reduces = random.nextBoolean();
        return Terms.invoke("together", List.of(Terms.of(x), second, number), List.of(row, row, Shape.NUMBER), list -> {
            Term product = Terms.map(Primitive.MULTIPLY, list.get(0), list.get(1));
            Term shifted = Terms.map(Primitive.SUBTRACT, product, Terms.reduce(Primitive.MAX, list.get(0)));
            Term scaled = Terms.map(Primitive.MULTIPLY, shifted, list.get(2));
            Term dot = Terms.apply(Primitive.DOT, Shape.NUMBER, list.get(0), list.get(1));
            return List.of(
                    reduces ? Terms.map(Primitive.ADD, dot, list.get(2)) : Terms.map(Primitive.ADD, scaled, dot));
        });
    }

    /** A function of two numbers, over elements and one number. */
    private Term numbersTogether(Value x) {
        Term other = random.nextBoolean() ? Terms.of(number()) : Terms.of(pick(like(x.shape())));
        Term sum = Terms.map(Primitive.ADD, Terms.of(x), other);
        UnaryOperator<List<Term>> gate = list -> List.of(Terms.map(
                Primitive.CHOOSE,
                Terms.map(
                        Primitive.AND,
                        Terms.map(Primitive.LESS, list.get(0), list.get(1)),
                        Terms.map(Primitive.NOT, Terms.map(Primitive.GREATER, list.get(1), Terms.number(0.5)))),
                Terms.map(Primitive.SUBTRACT, list.get(0), Terms.map(Primitive.SUBTRACT, list.get(1), list.get(0))),
                Terms.map(Primitive.MULTIPLY, list.get(1), list.get(1))));
        Term call = Terms.invoke("gate", List.of(Terms.of(x), other), List.of(Shape.NUMBER, Shape.NUMBER), gate);
        return random.nextBoolean() ? call : Terms.map(Primitive.MINIMUM, sum, call);
    }

    /** A product of rows by a weight, or by another value. */
    private Term product(Value x) {
        int width = x.shape().width();
        Shape outer = Terms.withoutLast(x.shape());
        if (random.nextBoolean()) {
            int units = 2 + random.nextInt(3);
            Term weight = new Term.WeightOf(network.ownWeight("matrix" + names++, units, width));
            return Terms.apply(Primitive.DOT, Terms.with(outer, units), weight, Terms.of(x));
        }
        if (x.shape().rank() == 2) {
            List<Value> rows = like(Shape.of(width));
            Term row = rows.isEmpty()
                    ? new Term.WeightOf(network.ownWeight("vector" + names++, width))
                    : Terms.of(pick(rows));
            return Terms.apply(Primitive.DOT, outer, Terms.of(x), row);
        }
        return Terms.apply(Primitive.DOT, outer, Terms.of(x), Terms.of(pick(like(x.shape()))));
    }

    /** A weight that is multiplied by and also looked at. */
    private Term weightsAsValues(Value x) {
        int width = x.shape().width();
        Term matrix = new Term.WeightOf(network.ownWeight("tied" + names++, 3, width));
        Term product = Terms.apply(Primitive.DOT, Terms.with(Terms.withoutLast(x.shape()), 3), matrix, Terms.of(x));
        Term largest = Terms.reduce(Primitive.MAX, Terms.reduce(Primitive.SUM, Terms.map(Primitive.ABS, matrix)));
        return Terms.map(Primitive.DIVIDE, product, Terms.map(Primitive.ADD, largest, Terms.number(1)));
    }

    private List<Value> like(Shape shape) {
        return values.stream().filter(value -> value.shape().equals(shape)).toList();
    }

    private Value number() {
        List<Value> numbers = like(Shape.NUMBER);
        if (numbers.isEmpty()) {
            Value x = any();
            Term sum = Terms.of(x);
            while (sum.shape().rank() > 0) {
                sum = Terms.reduce(Primitive.MAX, sum);
            }
            values.add(network.compute("step" + names++, Terms.sigmoid(sum)));
            return values.get(values.size() - 1);
        }
        return pick(numbers);
    }

    private static Integer[] sizes(Shape shape) {
        return shape.sizes().toArray(Integer[]::new);
    }

    /** A learned slope for negative numbers: one an element, or one for all. */
    private void slope(Value x) {
        Shape shape = random.nextBoolean() ? x.shape() : Shape.NUMBER;
        Weight slope = network.ownWeight("slope" + names++, sizes(shape));
        Term term = Terms.of(x);
        Term steep = Terms.map(Primitive.MULTIPLY, new Term.WeightOf(slope), term);
        add(Terms.map(Primitive.CHOOSE, Terms.map(Primitive.GREATER, term, Terms.number(0)), term, steep));
    }
}
