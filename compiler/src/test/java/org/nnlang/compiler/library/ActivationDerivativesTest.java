package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.gradient.ScalarDerivatives;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.GoldenJson;
import org.nnlang.compiler.testing.ScalarEvaluator;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;

/** The derivatives of the library's activations against Keras and PyTorch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivationDerivativesTest {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-11;
    private static final double RELATIVE_IN_FLOATS = 1e-4;
    private static final double ABSOLUTE_IN_FLOATS = 1e-5;

    List<GoldenActivations> ofNumbers() {
        return GoldenActivations.all().stream()
                .filter(golden -> !golden.activation().ofRows())
                .toList();
    }

    List<GoldenActivations> ofRows() {
        return GoldenActivations.all().stream()
                .filter(golden -> golden.activation().ofRows())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void agreeInDoublePrecision(GoldenActivations golden) {
        ScalarExpression derivative = ScalarSimplifier.simplify(ScalarDerivatives.of(formula(golden.activation()), 0));
        GoldenJson one = golden.source();
        double[] x = golden.arguments().get(0);
        double[] expected = one.get("dy").data();
        Set<Integer> kinks = one.get("kink_index").items().stream()
                .map(index -> (int) index.number())
                .collect(Collectors.toSet());
        for (int i = 0; i < x.length; i++) {
            double found = ScalarEvaluator.exact(derivative, x[i]);
            if (!kinks.contains(i) && found != expected[i]) {
                assertThat(Math.abs(found - expected[i]))
                        .as("%s at %s is %s, expected %s", golden, x[i], found, expected[i])
                        .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(expected[i]));
            }
        }
    }

    private static ScalarExpression formula(LibraryActivation activation) {
        String text = activation.imports() + "model M {\n  input x: []\n  output y = x -> " + activation + "\n}";
        CheckedModel model = NnCompiler.compile(
                        new CompilationRequest(List.of(new SourceFile("activation.nn", text)), List.of(), false))
                .models()
                .get(0);
        Node node = GraphBuilder.build(model).outputs().get(0).node();
        return node.op() instanceof Op.Map map ? map.expression() : new ScalarExpression.Operand(0);
    }

    /** The row is a weight here, so that the derivatives by it can be seen. */
    @ParameterizedTest
    @MethodSource("ofRows")
    void ofRowsAgreeInGeneratedJava(GoldenActivations golden) {
        int width = golden.arguments().get(0).length;
        Model model = GeneratedModels.only(
                golden.activation().imports()
                        + "model M {\n  input x: [%d]\n  param weight: [%d] = zeros\n".formatted(width, width)
                        + "  output y = (x + weight) -> " + golden.activation() + "\n}",
                1);
        List<double[]> upstream = golden.source().get("upstream").rows();
        List<double[]> expected = golden.source().get("vjp").rows();
        double largest = largest(golden.source().get("vjp").data());
        for (int row = 0; row < expected.size(); row++) {
            float[] gradient = gradient(
                    model,
                    GeneratedActivations.floats(golden.arguments().get(row)),
                    GeneratedActivations.floats(upstream.get(row)));
            requireClose(golden + " of row " + row, gradient, expected.get(row), largest);
        }
    }

    private static float[] gradient(Model model, float[] x, float[] upstream) {
        GradientSession session = model.gradients().newSession(1);
        float[] none = new float[upstream.length];
        session.forward(new float[][] {x}, 1, new float[][] {new float[upstream.length]}, new float[][] {none}, 0);
        session.backward(new float[][] {upstream}, new boolean[1]);
        float[] gradient =
                new float[model.parameters().iterator().next().shape().elements()];
        session.gradients().get(0).read(gradient);
        return gradient;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static void requireClose(String place, float[] found, double[] expected, double largest) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("element %d of %s is %s, expected %s", i, place, found[i], expected[i])
                    .isLessThanOrEqualTo(ABSOLUTE_IN_FLOATS * largest + RELATIVE_IN_FLOATS * Math.abs(expected[i]));
        }
    }

    @Test
    void theSlopeOfPreluHasItsDerivative() {
        GoldenJson file = GoldenJson.read("activations.json");
        double[] x = file.get("x").data();
        GoldenJson prelu = file.get("cases").items().stream()
                .filter(one -> one.text("name").equals("prelu"))
                .findFirst()
                .orElseThrow();
        Model model = GeneratedModels.only("model M {\n  input x: [1]\n  output y = x -> PReLU()\n}", 1);
        model.parameters().iterator().next().set((float)
                prelu.get("parameters").get("alpha").number());
        double[] expected = prelu.get("dy_dalpha").data();
        for (int i = 0; i < x.length; i++) {
            float[] gradient = gradient(model, new float[] {(float) x[i]}, new float[] {1});
            requireClose("the slope at " + x[i], gradient, new double[] {expected[i]}, 0);
        }
    }
}
