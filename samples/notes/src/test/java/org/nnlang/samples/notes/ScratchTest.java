package org.nnlang.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScratchTest {
    @Test
    void forwardPassGivesTheNumbersOfTheNotes() {
        float[] y = Scratch.threeLayers().y(new float[] {1.0f, 0.5f});
        assertThat((double) y[0]).isEqualTo(0.31682708, within(1e-7));
        assertThat((double) y[1]).isEqualTo(0.69627909, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"AND, 0, 0, 0, 1", "OR, 0, 1, 1, 1", "NAND, 1, 1, 1, 0"})
    void perceptronIsAGate(Scratch.Gate gate, float of00, float of10, float of01, float of11) {
        Perceptron perceptron = gate.perceptron();
        assertThat(perceptron.y(new float[] {0, 0})).containsExactly(of00);
        assertThat(perceptron.y(new float[] {1, 0})).containsExactly(of10);
        assertThat(perceptron.y(new float[] {0, 1})).containsExactly(of01);
        assertThat(perceptron.y(new float[] {1, 1})).containsExactly(of11);
    }

    @Test
    void perceptronBeginsAsAnAndGate() {
        assertThat(Perceptron.create(9).y(new float[] {1, 1})).containsExactly(1);
        assertThat(Perceptron.create(9).y(new float[] {1, 0})).containsExactly(0);
    }

    @Test
    void weightMatrixMultipliesRows() {
        assertThat(Scratch.weightMatrix().y(new float[] {1, 2})).containsExactly(5, 11, 17);
    }
}
