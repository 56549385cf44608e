package org.nnlang.training;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Parameters;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.Summary;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.kernel.ArrayStorage;

/** Two layers by hand: x [3], five tanh units with dropout, and a softmax of two; or a plain number beside it. */
final class TinyNetwork implements Model {
    static final int INPUTS = 3;
    static final int HIDDEN = 5;

    final boolean twoOutputs;
    final double dropout;
    private final List<Port> outputs = new ArrayList<>();
    private final Parameters parameters;

    TinyNetwork(boolean twoOutputs, double dropout) {
        this(twoOutputs, dropout, true);
    }

    /** @param trainsHidden whether the first layer learns */
    TinyNetwork(boolean twoOutputs, double dropout, boolean trainsHidden) {
        this.twoOutputs = twoOutputs;
        this.dropout = dropout;
        List<Parameter> list = new ArrayList<>();
        list.add(parameter("hidden.weight", trainsHidden, HIDDEN, INPUTS));
        list.add(parameter("hidden.bias", trainsHidden, HIDDEN));
        list.add(parameter("digit.weight", true, 2, HIDDEN));
        list.add(parameter("digit.bias", true, 2));
        outputs.add(new Port("digit", Shape.of(2)));
        if (twoOutputs) {
            list.add(parameter("size.weight", true, 1, HIDDEN));
            list.add(parameter("size.bias", true, 1));
            outputs.add(new Port("size", Shape.of(1)));
        }
        this.parameters = Parameters.of(list.toArray(Parameter[]::new));
        parameters.initialize(7);
    }

    private static Parameter parameter(String path, boolean trainable, int... sizes) {
        Shape shape = Shape.of(sizes);
        return new Parameter(
                path, shape, trainable, new ArrayStorage(shape.elements()), Initializers.uniform(-0.5, 0.5));
    }

    float[] values(String path) {
        return ((ArrayStorage) parameters.get(path).storage()).values();
    }

    /** All weights one after another. */
    float[] allValues() {
        float[] all = new float[(int) parameters.count()];
        int place = 0;
        for (Parameter parameter : parameters) {
            float[] values = parameter.toArray();
            System.arraycopy(values, 0, all, place, values.length);
            place += values.length;
        }
        return all;
    }

    @Override
    public String name() {
        return "Tiny";
    }

    @Override
    public List<Port> inputs() {
        return List.of(new Port("x", Shape.of(INPUTS)));
    }

    @Override
    public List<Port> outputs() {
        return outputs;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Summary summary() {
        throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public ModelSession newSession(int capacity) {
        TinySession session = new TinySession(this, capacity);
        float[][] logits = {new float[capacity * 2], new float[0]};
        return new ModelSession() {
            @Override
            public void useThreads(int count) {
                // It has one.
            }

            @Override
            public int capacity() {
                return capacity;
            }

            @Override
            public void run(float[][] inputs, int count, float[][] results) {
                session.calculate(inputs, count, results, logits);
            }
        };
    }

    @Override
    public ModelGradients gradients() {
        return new ModelGradients() {
            @Override
            public Model model() {
                return TinyNetwork.this;
            }

            @Override
            public List<OutputActivation> outputActivations() {
                return twoOutputs
                        ? List.of(OutputActivation.SOFTMAX, OutputActivation.OTHER)
                        : List.of(OutputActivation.SOFTMAX);
            }

            @Override
            public TinySession newSession(int capacity) {
                return new TinySession(TinyNetwork.this, capacity);
            }
        };
    }
}
