package org.nnlang.compiler.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;

/** Random examples for a model, with everything that a session reads or writes. */
public final class Batch {
    private final Model model;
    private final float[][] inputs;
    private final float[][] outputs;
    private final float[][] logits;
    private final float[][] upstream;
    private final boolean[] atLogits;

    /** Draws examples, and for each the derivative of a loss by each output. */
    public Batch(Model model, int examples, long seed) {
        this.model = model;
        Random random = new Random(seed);
        this.inputs = drawn(model.inputs(), examples, random);
        this.upstream = drawn(model.outputs(), examples, random);
        this.outputs = arrays(model.outputs(), examples);
        this.logits = arrays(model.outputs(), examples);
        List<OutputActivation> activations = model.gradients().outputActivations();
        for (int i = 0; i < logits.length; i++) {
            if (activations.get(i) == OutputActivation.OTHER) {
                logits[i] = new float[0];
            }
        }
        this.atLogits = new boolean[outputs.length];
    }

    private static float[][] drawn(List<Port> ports, int examples, Random random) {
        float[][] arrays = arrays(ports, examples);
        for (float[] array : arrays) {
            for (int i = 0; i < array.length; i++) {
                array[i] = (float) random.nextGaussian();
            }
        }
        return arrays;
    }

    private static float[][] arrays(List<Port> ports, int examples) {
        return ports.stream()
                .map(port -> new float[port.shape().elements() * examples])
                .toArray(float[][]::new);
    }

    public float[][] inputs() {
        return inputs;
    }

    public float[][] outputs() {
        return outputs;
    }

    /** One array an output, empty where there are no logits. */
    public float[][] logits() {
        return logits;
    }

    /** The derivative of the loss by each element of each output. */
    public float[][] upstream() {
        return upstream;
    }

    /** Which of the derivatives are by logits. */
    public boolean[] atLogits() {
        return atLogits;
    }

    /** Forward and backward; answers the gradient of each parameter, in declared order. */
    public float[][] gradients(GradientSession session, int count) {
        session.forward(inputs, count, outputs, logits, 1);
        session.backward(upstream, atLogits);
        return gradients(model, session);
    }

    /** The gradients that a session holds. */
    public static float[][] gradients(Model model, GradientSession session) {
        float[][] gradients = model.parameters().stream()
                .map(parameter -> new float[parameter.shape().elements()])
                .toArray(float[][]::new);
        for (int i = 0; i < gradients.length; i++) {
            session.gradients().get(i).read(gradients[i]);
        }
        return gradients;
    }

    /** The inputs of one example in double precision. */
    public List<double[]> example(int index) {
        return rows(model.inputs(), inputs, index);
    }

    /** The derivatives by the outputs of one example in double precision. */
    public List<double[]> upstream(int index) {
        return rows(model.outputs(), upstream, index);
    }

    private static List<double[]> rows(List<Port> ports, float[][] arrays, int index) {
        return java.util.stream.IntStream.range(0, arrays.length)
                .mapToObj(i -> {
                    int size = ports.get(i).shape().elements();
                    double[] row = new double[size];
                    Arrays.setAll(row, j -> arrays[i][index * size + j]);
                    return row;
                })
                .toList();
    }
}
