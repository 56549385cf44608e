package org.nnlang.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.samples.notes.subclass.MyModel;

class SubclassTest {
    private static final float[] ROWS = {0.1f, -0.2f, 0.3f, 1, 2, -3, 0, 0, 0.5f};

    @Test
    void predictsAsTheSequentialModelWithTheSameWeights() {
        MyModel composed = new MyModel(4);
        MySequential sequential = MySequential.create(1);
        for (Model layer : composed.layers()) {
            for (Parameter parameter : layer.parameters()) {
                sequential.parameters().get(parameter.path()).set(parameter.toArray());
            }
        }
        float[] expected = new float[6];
        sequential.newSession(3).run(ROWS, 3, expected);
        assertThat(composed.call(ROWS, 3)).isEqualTo(expected);
    }

    @Test
    void has26Parameters() {
        assertThat(new MyModel(1).countParameters()).isEqualTo(26);
    }
}
