package org.nnlang.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests that write small files and read them. */
abstract class CsvFolder {
    @TempDir
    Path folder;

    CsvFile file(String... lines) throws IOException {
        return file(CsvFormat.DEFAULT, lines);
    }

    CsvFile file(CsvFormat format, String... lines) throws IOException {
        Path path = Files.createTempFile(folder, "data", ".csv");
        Files.writeString(path, String.join("\n", lines) + "\n", format.charset());
        return new CsvFile(path, format);
    }

    /** Asserts the message, which begins with the file and a line. */
    static void assertRefused(CsvFile file, long line, String message, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(CsvException.class)
                .hasMessage(file.path() + ":" + line + ": " + message);
    }

    static float[] input(CsvExamples examples, int index) {
        float[][] inputs = {new float[examples.inputShapes().get(0).elements()]};
        examples.copy(index, inputs, targetRoom(examples), 0);
        return inputs[0];
    }

    static float[] target(CsvExamples examples, int index) {
        float[][] targets = targetRoom(examples);
        examples.copy(
                index, new float[][] {new float[examples.inputShapes().get(0).elements()]}, targets, 0);
        return targets[0];
    }

    private static float[][] targetRoom(CsvExamples examples) {
        return examples.targetShapes().stream()
                .map(shape -> new float[shape.elements()])
                .toArray(float[][]::new);
    }
}
