package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.RowEvaluator;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.runtime.kernel.RowFunction;

/**
 * Activations as generated code calculates them, against their formulas number by number: a step of its own, which writes another
 * array, and a function of a product's rows, in place.
 *
 * <p>A program, so that a test can run it with each set of kernels.
 */
final class ActivationBits {
    private static final int[] WIDTHS = {1, 7, 64, 1024, 1025, 3000};
    /** The width of the rows of activations that take rows. */
    private static final int ROW = 12;

    private static final int ROWS = 3;
    private static final int BEFORE = 5;
    /** What users write: functions beside each other, in each other, in branches, of sums, and with others between. */
    private static final String OWN = """
            activation own_swish(x) = x * sigmoid(x)
            activation own_twice(x) = own_swish(own_swish(x))
            activation own_pair(x) = sigmoid(x) * tanh(x) + sigmoid(x)
            activation own_branch(x, alpha = 0.7) = if x > 0 and x < 3 then x else alpha * expm1(x)
            activation own_chain(x) = 2 * log(1 + exp(-tanh(x)))
            activation own_mixture(x) = sin(x) + erf(x) * log1p(abs(x))
            activation own_sharp(x: [n]) = exp(2 * (x - max(x))) / sum(exp(2 * (x - max(x)))) + 0 * max(x)
            """;

    private int checked;

    private ActivationBits() {}

    /** Checks all; the system property org.nnlang.kernels chooses the kernels. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        ActivationBits bits = new ActivationBits();
        bits.check();
        System.out.println(Kernels.best().name() + ": " + bits.checked + " rows");
    }

    private void check() throws ReflectiveOperationException {
        StringBuilder core = new StringBuilder(OWN);
        StringBuilder keras = new StringBuilder();
        for (LibraryActivation activation : LibraryActivation.all()) {
            keras.append(activation.imports());
        }
        for (LibraryActivation activation : LibraryActivation.all()) {
            models(activation.imports().isEmpty() ? core : keras, activation.toString(), activation.ofRows());
        }
        for (String line : OWN.split("\n", -1)) {
            if (!line.isEmpty()) {
                models(core, line.substring("activation ".length(), line.indexOf('(')), line.contains("[n]"));
            }
        }
        check(GeneratedModels.ofText(core.toString()));
        check(GeneratedModels.ofText(keras.toString()));
    }

    /** Two models: the activation alone, and after a product. */
    private static void models(StringBuilder text, String activation, boolean ofRows) {
        String name = "M" + text.length();
        text.append("model %sAlone {%n  input x: [%d]%n  output y = x -> %s%n}%n"
                .formatted(name, ofRows ? ROW : 1, activation));
        text.append("model %sAfter {%n  input x: [2]%n  output y = x -> Dense(6) -> %s -> Dense(2)%n}%n"
                .formatted(name, activation));
    }

    private void check(GeneratedModels generated) throws ReflectiveOperationException {
        RowProgram program = null;
        for (CheckedModel model : generated.models()) {
            if (model.name().endsWith("Alone")) {
                program = program(Compilation.of(model).graph());
                if (program != null) {
                    inAnotherArray(generated.create(model, 1), program, model.name());
                }
            } else if (program != null) {
                inPlace(generated.create(model, 1), program, model.name());
            }
        }
    }

    /** The program of a graph of one step; null where there are more, or one that only moves rows. */
    private static @Nullable RowProgram program(Graph graph) {
        List<Node> steps = graph.nodes().stream()
                .filter(node -> !(node.op() instanceof Op.Input))
                .toList();
        if (steps.size() != 1) {
            return null;
        }
        if (steps.get(0).op() instanceof Op.RowFormula formula) {
            return formula.program();
        }
        return steps.get(0).op() instanceof Op.Map map
                ? new RowProgram("", map.operands(), List.of(new RowProgram.Row(map.expression())))
                : null;
    }

    private void inAnotherArray(Model model, RowProgram program, String name) {
        int width = model.inputs().get(0).shape().elements();
        for (int count : WIDTHS) {
            float[] x = values(count * width);
            float[] y = new float[x.length];
            model.newSession(count).run(new float[][] {x}, count, new float[][] {y});
            compare(program, x, y, 0, width, name);
        }
    }

    private void inPlace(Model model, RowProgram program, String name) throws ReflectiveOperationException {
        for (Class<?> type : model.getClass().getDeclaredClasses()) {
            if (RowFunction.class.isAssignableFrom(type)) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                RowFunction function = (RowFunction) constructor.newInstance();
                for (int width : WIDTHS) {
                    float[] x = values(BEFORE + ROWS * width);
                    float[] y = x.clone();
                    function.apply(Kernels.best().workspace(0), y, BEFORE, ROWS, width);
                    assertThat(Arrays.copyOf(y, BEFORE)).isEqualTo(Arrays.copyOf(x, BEFORE));
                    compare(program, x, y, BEFORE, width, name);
                }
            }
        }
    }

    private void compare(RowProgram program, float[] x, float[] y, int from, int width, String name) {
        for (int begin = from; begin < x.length; begin += width) {
            float[] expected = RowEvaluator.evaluate(program, Arrays.copyOfRange(x, begin, begin + width));
            assertThat(Arrays.copyOfRange(y, begin, begin + width))
                    .as("%s: %s from %d, %d wide", name, program, begin, width)
                    .isEqualTo(expected);
            checked++;
        }
    }

    /** Numbers of all sizes; the first ones are those that formulas take for special. */
    private static float[] values(int length) {
        Random random = new Random(length);
        float[] special = {-0f, 0, 1, -1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3, 1e30f, -1e30f
        };
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i % 100 < 10 && length > 20
                    ? special[i % 100]
                    : (float) (random.nextGaussian() * StrictMath.pow(10, random.nextInt(5) - 2));
        }
        return values;
    }
}
