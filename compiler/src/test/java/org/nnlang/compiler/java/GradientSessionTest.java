package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nnlang.compiler.testing.Batch;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Parameter;

/** How sessions that train are called: what they take and refuse, the gradient at the logits, and that they allocate nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradientSessionTest {
    private static final String TEXT = """
        model Answers {
          input  x: [5]
          input  z: [2]
          let h = (x, z) -> Concat() -> hidden: Dense(6, tanh)
          output kind:  [3] = h -> kinds: Dense(3, softmax)
          output flags: [4] = h -> marks: Dense(4, sigmoid)
          output size:  [1] = h -> Dense(1)
        }
        """;
    private static final int CAPACITY = 5;
    private static final int COUNT = 4;

    private final GeneratedModels generated = GeneratedModels.ofText(TEXT);
    private Model model = generated.create(generated.models().get(0), 3);
    private GradientSession session = model.gradients().newSession(CAPACITY);
    private Batch batch = new Batch(model, CAPACITY, 4);

    @BeforeEach
    void begin() {
        model = generated.create(generated.models().get(0), 3);
        session = model.gradients().newSession(CAPACITY);
        batch = new Batch(model, CAPACITY, 4);
    }

    @Test
    void knowsWhatOutputsEndWith() {
        assertThat(model.gradients().outputActivations())
                .containsExactly(OutputActivation.SOFTMAX, OutputActivation.SIGMOID, OutputActivation.OTHER);
        assertThat(model.gradients().model()).isSameAs(model);
        assertThat(session.capacity()).isEqualTo(CAPACITY);
    }

    @Test
    void logitsAreWhatTheEndingIsAppliedTo() {
        session.forward(batch.inputs(), COUNT, batch.outputs(), batch.logits(), 0);
        for (int row = 0; row < COUNT; row++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += StrictMath.exp(batch.logits()[0][row * 3 + i]);
            }
            for (int i = 0; i < 3; i++) {
                double expected = StrictMath.exp(batch.logits()[0][row * 3 + i]) / sum;
                assertThat((double) batch.outputs()[0][row * 3 + i]).isCloseTo(expected, within(1e-6));
            }
            for (int i = 0; i < 4; i++) {
                double expected = 1 / (1 + StrictMath.exp(-batch.logits()[1][row * 4 + i]));
                assertThat((double) batch.outputs()[1][row * 4 + i]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    /** Of the cross entropies, whose gradient at the logits is {@code p - t}. */
    @Test
    void theGradientAtTheLogitsIsThatThroughTheEnding() {
        session.forward(batch.inputs(), COUNT, batch.outputs(), batch.logits(), 0);
        double[] kinds = {1, 0, 0, 0, 0, 1, 0.2, 0.5, 0.3, 0, 1, 0, 0, 0, 0};
        double[] flags = {1, 0, 1, 1, 0, 0, 0.3, 0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 0};
        float[][] byOutput = {
            derivative(batch.outputs()[0], kinds, (p, t) -> -t / p),
            derivative(batch.outputs()[1], flags, (p, t) -> (p - t) / (p * (1 - p))),
            batch.upstream()[2]
        };
        float[][] byLogits = {
            derivative(batch.outputs()[0], kinds, (p, t) -> p - t),
            derivative(batch.outputs()[1], flags, (p, t) -> p - t),
            batch.upstream()[2]
        };
        session.backward(byOutput, new boolean[3]);
        float[][] through = Batch.gradients(model, session);
        session.forward(batch.inputs(), COUNT, batch.outputs(), batch.logits(), 0);
        session.backward(byLogits, new boolean[] {true, true, false});
        float[][] direct = Batch.gradients(model, session);
        session.forward(batch.inputs(), COUNT, batch.outputs(), batch.logits(), 0);
        session.backward(new float[][] {byLogits[0], byOutput[1], byOutput[2]}, new boolean[] {true, false, false});
        float[][] mixed = Batch.gradients(model, session);
        for (int i = 0; i < direct.length; i++) {
            assertThat(direct[i]).isNotEqualTo(new float[direct[i].length]);
            assertThat(through[i]).containsExactly(direct[i], within(2e-6f));
            assertThat(mixed[i]).containsExactly(direct[i], within(2e-6f));
        }
    }

    private static float[] derivative(float[] predictions, double[] targets, DoubleBinaryOperator of) {
        float[] result = new float[predictions.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = predictions[i] == 0 ? 0 : (float) of.applyAsDouble(predictions[i], targets[i]);
        }
        return result;
    }

    @Test
    void gradientsReplaceThoseOfTheCallBefore() {
        float[][] first = batch.gradients(session, COUNT);
        new Batch(model, CAPACITY, 9).gradients(session, CAPACITY);
        assertThat(batch.gradients(session, COUNT)).isDeepEqualTo(first);
    }

    @Test
    void gradientsOfABatchAreTheSumOfItsExamples() {
        float[][] all = batch.gradients(session, COUNT);
        double[][] sums =
                Arrays.stream(all).map(values -> new double[values.length]).toArray(double[][]::new);
        for (int example = 0; example < COUNT; example++) {
            float[][] one = single(example);
            for (int i = 0; i < sums.length; i++) {
                for (int j = 0; j < sums[i].length; j++) {
                    sums[i][j] += one[i][j];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                assertThat((double) all[i][j]).isCloseTo(sums[i][j], within(1e-5));
            }
        }
    }

    private float[][] single(int example) {
        float[][] outputs = new float[][] {new float[3], new float[4], new float[1]};
        float[][] logits = new float[][] {new float[3], new float[4], new float[0]};
        session.forward(
                new float[][] {part(batch.inputs()[0], 5, example), part(batch.inputs()[1], 2, example)},
                1,
                outputs,
                logits,
                0);
        session.backward(
                new float[][] {
                    part(batch.upstream()[0], 3, example),
                    part(batch.upstream()[1], 4, example),
                    part(batch.upstream()[2], 1, example)
                },
                new boolean[3]);
        return Batch.gradients(model, session);
    }

    private static float[] part(float[] values, int size, int example) {
        return Arrays.copyOfRange(values, example * size, (example + 1) * size);
    }

    @Test
    void readsTheWeightsAtEachCall() {
        float[][] before = batch.gradients(session, COUNT);
        Parameter weight = model.parameters().get("kinds.weight");
        float[] original = weight.toArray();
        weight.set(new float[original.length]);
        assertThat(batch.gradients(session, COUNT)[0]).isNotEqualTo(before[0]);
        weight.set(original);
        assertThat(batch.gradients(session, COUNT)).isDeepEqualTo(before);
    }

    @Test
    void ofNoExamplesTheGradientIsZero() {
        batch.gradients(session, COUNT);
        for (float[] gradient : batch.gradients(session, 0)) {
            assertThat(gradient).containsOnly(0f);
        }
    }

    @Test
    void everyStepCanBeObserved() {
        List<String> paths = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        session.observe((path, values, length) -> {
            paths.add(path);
            lengths.add(length);
        });
        batch.gradients(session, COUNT);
        assertThat(paths).contains("hidden", "kinds", "marks", "dense");
        assertThat(lengths).contains(COUNT * 6, COUNT * 3, COUNT * 4, COUNT);
        int seen = paths.size();
        session.observe(null);
        batch.gradients(session, COUNT);
        assertThat(paths).hasSize(seen);
    }

    @Test
    void saysWhatIsWrong() {
        float[][] inputs = batch.inputs();
        float[][] outputs = batch.outputs();
        float[][] logits = batch.logits();
        refuses(() -> model.gradients().newSession(0), "capacity must be from 1 to", "got 0");
        refuses(() -> session.forward(inputs, -1, outputs, logits, 0), "count", "capacity", "5", "-1");
        refuses(() -> session.forward(inputs, 6, outputs, logits, 0), "count", "capacity", "5", "6");
        refuses(() -> session.forward(new float[][] {inputs[0]}, 2, outputs, logits, 0), "inputs", "2, 3 and 3", "1");
        refuses(() -> session.forward(inputs, 2, new float[2][20], logits, 0), "outputs", "3");
        refuses(() -> session.forward(inputs, 2, outputs, new float[1][20], 0), "logits", "3");
        refuses(() -> session.forward(new float[][] {new float[9], inputs[1]}, 2, outputs, logits, 0), "x", "5", "9");
        refuses(
                () -> session.forward(inputs, 2, new float[][] {outputs[0], new float[7], outputs[2]}, logits, 0),
                "flags",
                "4",
                "7");
        refuses(
                () -> session.forward(inputs, 2, outputs, new float[][] {new float[5], logits[1], logits[2]}, 0),
                "kind",
                "3",
                "5");
        refuses(() -> session.forward(inputs, 2, new float[][] {outputs[0], outputs[0], outputs[2]}, logits, 0), "own");
        session.forward(inputs, 2, outputs, logits, 0);
        refuses(() -> session.backward(new float[2][20], new boolean[3]), "gradient", "3", "2");
        refuses(() -> session.backward(batch.upstream(), new boolean[2]), "3", "2");
        refuses(
                () -> session.backward(
                        new float[][] {batch.upstream()[0], new float[3], batch.upstream()[2]}, new boolean[3]),
                "flags",
                "4",
                "3");
        refuses(
                () -> session.backward(batch.upstream(), new boolean[] {false, false, true}),
                "size",
                "no softmax and no sigmoid");
        session.backward(batch.upstream(), new boolean[3]);
    }

    private static void refuses(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(words);
    }

    @Test
    void forwardComesFirst() {
        assertThatThrownBy(() -> session.backward(batch.upstream(), new boolean[3]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forward");
        assertThatThrownBy(() -> session.forward(batch.inputs(), 9, batch.outputs(), batch.logits(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.backward(batch.upstream(), new boolean[3]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[][] inputs = batch.inputs();
        boolean[] atLogits = {true, true, false};
        for (int i = 0; i < 200; i++) {
            step(inputs, atLogits);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            step(inputs, atLogits);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private void step(float[][] inputs, boolean[] atLogits) {
        session.forward(inputs, COUNT, batch.outputs(), batch.logits(), 0);
        session.backward(batch.upstream(), atLogits);
    }
}
