package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.compiler.testing.Batch;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;
import org.nnlang.training.Losses;
import org.nnlang.training.Trainer;
import org.nnlang.training.optimizer.Adam;

/** What a {@code state} is: part of the network and of its files, but nothing that gradients or optimizers reach. */
class StateTest {
    private static final String TEXT = """
        layer Centered(start = 0.5) {
          input  x: [n]
          param  gain: [n] = ones
          state  center: [n] = constant(start)
          output y = gain * (x - center)
        }
        model WithState {
          input  x: [2]
          output y = x -> first: Dense(3) -> middle: Centered() -> last: Dense(1)
        }
        """;
    private static final GeneratedModels GENERATED = GeneratedModels.ofText(TEXT);

    private final Model model = create(7);

    private static Model create(long seed) {
        return GENERATED.create(GENERATED.models().get(0), seed);
    }

    private static float[] center(Model of) {
        return of.parameters().get("middle.center").toArray();
    }

    private static float output(Model of) {
        float[][] output = {new float[1]};
        of.newSession(1).run(new float[][] {{1, -2}}, 1, output);
        return output[0][0];
    }

    @Test
    void beginsByItsInitializerAndIsPartOfWhatIsComputed() {
        assertThat(center(model)).containsExactly(0.5f, 0.5f, 0.5f);
        float before = output(model);
        model.parameters().get("middle.center").set(1, 2, 3);
        assertThat(output(model)).isNotEqualTo(before);
    }

    @Test
    void isCountedAsNotTrainable() {
        Parameter center = model.parameters().get("middle.center");
        assertThat(center.state()).isTrue();
        assertThat(center.trainable()).isFalse();
        assertThat(model.parameters().count()).isEqualTo(9 + 3 + 3 + 4);
        assertThat(model.parameters().trainableCount()).isEqualTo(9 + 3 + 4);
        assertThat(model.parameters().nonTrainableCount("middle.*")).isEqualTo(3);
        assertThat(model.summary().toString())
                .contains("Total params: 19 ", "Trainable params: 16 ", "Non-trainable params: 3 ");
        assertThatThrownBy(() -> center.setTrainable(true)).hasMessageContaining("middle.center is a state");
        assertThat(model.parameters().unfreeze("*")).isZero();
    }

    @Test
    void isSavedAndLoaded(@TempDir Path folder) throws IOException {
        model.parameters().get("middle.center").set(1, 2, 3);
        for (String name : List.of("state.safetensors", "state.npz")) {
            model.save(folder.resolve(name));
            Model loaded = create(8);
            loaded.parameters().load(folder.resolve(name));
            assertThat(center(loaded)).containsExactly(1, 2, 3);
            assertThat(output(loaded)).isEqualTo(output(model));
        }
    }

    @Test
    void gradientsGoThroughItButNotToIt() {
        GradientSession session = model.gradients().newSession(4);
        Batch batch = new Batch(model, 4, 3);
        session.forward(batch.inputs(), 4, batch.outputs(), batch.logits(), 0);
        session.backward(batch.upstream(), batch.atLogits());
        List<String> paths = model.parameters().paths();
        assertThat(session.gradients()).hasSameSizeAs(paths);
        for (int i = 0; i < paths.size(); i++) {
            float[] gradient =
                    new float[model.parameters().get(paths.get(i)).shape().elements()];
            session.gradients().get(i).read(gradient);
            boolean zero = paths.get(i).equals("middle.center");
            assertThat(session.gradients().get(i).sumOfSquares() == 0)
                    .as(paths.get(i))
                    .isEqualTo(zero);
            for (float number : gradient) {
                assertThat(number == 0).as(paths.get(i)).isEqualTo(zero);
            }
        }
    }

    @Test
    void trainingLeavesItAsItIsAndDecaysNothingOfIt() {
        float[] gain = model.parameters().get("middle.gain").toArray();
        Examples examples =
                Examples.of(Shape.of(2), new float[] {0, 1, 1, 0, 1, 1, 0, 0}, Shape.of(1), new float[] {1, 1, 0, 0});
        Trainer.of(model)
                .loss(Losses.meanSquaredError())
                .optimizer(Adam.keras().withDecoupledWeightDecay(0.5))
                .fit(examples, 3);
        assertThat(center(model)).containsExactly(0.5f, 0.5f, 0.5f);
        assertThat(model.parameters().get("middle.gain").toArray()).isNotEqualTo(gain);
    }
}
