package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import com.palantir.javapoet.ClassName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.model.InitialValue;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.testing.CheckedModelInterpreter;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.NetworkBuilder;
import org.nnlang.compiler.testing.Terms;
import org.nnlang.runtime.Model;

/** Every name of the runtime that the emitters write is there, and does what the primitive means. */
class RuntimeNamesTest {
    static List<ClassName> types() {
        return RuntimeTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void typesAreThere(ClassName type) {
        assertThatCode(() -> Class.forName(type.canonicalName())).doesNotThrowAnyException();
    }

    static Stream<Primitive> elementPrimitives() {
        return Arrays.stream(Primitive.values()).filter(primitive -> primitive.kind() == Primitive.Kind.ELEMENT);
    }

    @ParameterizedTest
    @MethodSource("elementPrimitives")
    void primitivesAreThere(Primitive primitive) throws ReflectiveOperationException {
        NetworkBuilder network = new NetworkBuilder("Primitives");
        float[][] inputs = {{0.5f, 2, 0.25f, 3, 0}, {0.75f, 2, 1.5f, -2, 1}, {1, 2, 3, 4, 5}};
        Term[] arguments = new Term[primitive.arity()];
        for (int i = 0; i < arguments.length; i++) {
            Value x = network.input("x" + i, 5);
            arguments[i] = Terms.of(x);
        }
        network.output("y", network.compute("y", Terms.map(primitive, arguments)));
        Compilation compilation = Compilation.of(network.build());
        Model model = compilation.create(1);
        float[][] y = new float[1][5];
        model.newSession(1).run(Arrays.copyOf(inputs, arguments.length), 1, y);
        List<double[]> rows = Arrays.stream(inputs)
                .limit(arguments.length)
                .map(RuntimeNamesTest::doubles)
                .toList();
        double[] expected = CheckedModelInterpreter.run(compilation.model(), weight -> new double[0], rows)
                .get(0);
        for (int i = 0; i < expected.length; i++) {
            double exact = expected[i];
            if (Double.isFinite(exact)) {
                assertThat((double) y[0][i]).isCloseTo(exact, within(1e-6 * Math.max(1, Math.abs(exact))));
            } else {
                assertThat((double) y[0][i]).isEqualTo(exact);
            }
        }
    }

    private static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        Arrays.setAll(result, i -> values[i]);
        return result;
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void distributionsAreThere(InitialValue initial) throws ReflectiveOperationException {
        NetworkBuilder network = new NetworkBuilder("Distributions");
        Value x = network.input("x", 3);
        Term weight = new Term.WeightOf(network.ownWeight("weight", initial, 3, 3));
        network.output("y", network.compute("dot", Terms.apply(Primitive.DOT, x.shape(), weight, Terms.of(x))));
        Model model = Compilation.of(network.build()).create(5);
        assertThat(model.parameters().get("weight").toArray()).isNotEqualTo(new float[9]);
    }

    static Stream<InitialValue> distributions() {
        return Arrays.stream(InitialValue.Distribution.values())
                .map(each -> new InitialValue(
                        each,
                        switch (each) {
                            case CONSTANT, ORTHOGONAL, IDENTITY -> List.of(0.5);
                            default -> List.of(-0.25, 0.5);
                        }));
    }
}
