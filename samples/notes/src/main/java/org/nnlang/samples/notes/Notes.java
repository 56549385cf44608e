package org.nnlang.samples.notes;

import java.io.PrintStream;
import java.util.Arrays;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Summary.Style;
import org.nnlang.samples.notes.subclass.MyModel;

/** Shows every model of the notes: its summary, as its own framework prints it, and what it predicts. */
public final class Notes {
    private static final long SEED = 42;
    private static final int COLUMNS = 80;
    private static final int ROWS = 5;
    private static final float[] BATCH = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1};

    private final PrintStream out;

    private Notes(PrintStream out) {
        this.out = out;
    }

    /** Runs the sample; it takes no arguments. */
    public static void main(String[] arguments) {
        show(System.out);
    }

    static void show(PrintStream out) {
        Notes notes = new Notes(out);
        notes.keras();
        notes.torch();
        notes.scratch();
    }

    private void keras() {
        Model sequential = MySequential.create(SEED);
        title("Keras, Sequential: my_Sequential");
        out.println(sequential.summary());
        predict(sequential, BATCH, ROWS);

        Model functional = org.nnlang.samples.notes.MyModel.create(SEED);
        title("Keras, Functional: my_model");
        out.println(functional.summary());
        predict(functional, BATCH, ROWS);

        MyModel subclass = new MyModel(SEED);
        title("Keras, subclass: MyModel, composed in Java");
        out.println(subclass.summary().render(Style.KERAS_SUBCLASS, COLUMNS, ROWS));
        rows(BATCH, subclass.call(BATCH, ROWS), ROWS);
    }

    private void torch() {
        Model net = Net.create(SEED);
        title("PyTorch: the 26 parameters of Net");
        out.println(net.summary().render(Style.TORCHSUMMARY, COLUMNS, ROWS));
        for (Parameter parameter : net.parameters()) {
            out.println(parameter + " " + Arrays.toString(parameter.toArray()));
        }
        predict(net, BATCH, ROWS);
    }

    private void scratch() {
        title("numpy: forward pass of three layers");
        predict(Scratch.threeLayers(), new float[] {1.0f, 0.5f}, 1);
        for (Scratch.Gate gate : Scratch.Gate.values()) {
            title("Perceptron with a step function: " + gate);
            predict(gate.perceptron(), new float[] {0, 0, 1, 0, 0, 1, 1, 1}, 4);
        }
        title("Weight matrix: Y = X W");
        predict(Scratch.weightMatrix(), new float[] {1, 2}, 1);
    }

    private void title(String text) {
        out.println();
        out.println("== " + text);
    }

    private void predict(Model model, float[] x, int count) {
        float[] y = new float[count * model.outputs().get(0).shape().elements()];
        model.newSession(count).run(new float[][] {x}, count, new float[][] {y});
        rows(x, y, count);
    }

    private void rows(float[] x, float[] y, int count) {
        for (int row = 0; row < count; row++) {
            out.println(row(x, row, count) + " -> " + row(y, row, count));
        }
    }

    private static String row(float[] values, int row, int count) {
        int width = values.length / count;
        return Arrays.toString(Arrays.copyOfRange(values, row * width, (row + 1) * width));
    }
}
