package org.nnlang.samples.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static String output() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Notes.show(new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8);
    }

    @Test
    void showsEveryModel() {
        assertThat(output())
                .contains(MySequential.create(1).summary().toString())
                .contains(MyModel.create(1).summary().toString())
                .contains("== Keras, subclass: MyModel", "(5, 3)", "Linear-1", "layer3.bias [2] [")
                .contains("[1.0, 0.5] -> [0.316827", ": NAND", "[1.0, 2.0] -> [5.0, 11.0, 17.0]");
    }

    @Test
    void showsTheSameEachTime() {
        assertThat(output()).isEqualTo(output());
    }
}
