package org.nnlang.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.StepObserver;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.kernel.Scalar;

/** The derivatives of {@link TinyNetwork} by hand. */
final class TinySession implements GradientSession {
    private static final int INPUTS = TinyNetwork.INPUTS;
    private static final int HIDDEN = TinyNetwork.HIDDEN;

    private final TinyNetwork network;
    private final int capacity;
    private final float[] tanh;
    private final float[] hidden;
    private final float[] kept;
    private final float[] hiddenGradient;
    private final float[] logitGradient = new float[2];
    private final List<ParameterStorage> gradients;
    private float[][] inputs = {};
    private float[][] outputs = {};
    private int count;
    private @Nullable StepObserver observer;

    TinySession(TinyNetwork network, int capacity) {
        this.network = network;
        this.capacity = capacity;
        this.tanh = new float[capacity * HIDDEN];
        this.hidden = new float[capacity * HIDDEN];
        this.kept = new float[capacity * HIDDEN];
        this.hiddenGradient = new float[HIDDEN];
        this.gradients = StreamSupport.stream(network.parameters().spliterator(), false)
                .map(parameter -> parameter.storage().sameLayout())
                .toList();
        Arrays.fill(kept, 1);
    }

    @Override
    public void useThreads(int count) {
        // It has one.
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void forward(float[][] newInputs, int newCount, float[][] newOutputs, float[][] logits, long seed) {
        long state = seed;
        for (int i = 0; i < newCount * HIDDEN && network.dropout > 0; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            kept[i] = (state >>> 40) * 0x1p-24 < network.dropout ? 0 : (float) (1 / (1 - network.dropout));
        }
        calculate(newInputs, newCount, newOutputs, logits);
    }

    @Override
    public void predict(float[][] newInputs, int newCount, float[][] newOutputs, float[][] logits) {
        Arrays.fill(kept, 1);
        calculate(newInputs, newCount, newOutputs, logits);
    }

    void calculate(float[][] newInputs, int newCount, float[][] newOutputs, float[][] logits) {
        inputs = newInputs;
        outputs = newOutputs;
        count = newCount;
        dense("hidden", inputs[0], INPUTS, tanh, HIDDEN);
        for (int i = 0; i < count * HIDDEN; i++) {
            tanh[i] = Scalar.tanh(tanh[i]);
            hidden[i] = tanh[i] * kept[i];
        }
        show("hidden", hidden, HIDDEN);
        dense("digit", hidden, HIDDEN, logits[0], 2);
        for (int i = 0; i < count * 2; i += 2) {
            float first = Scalar.sigmoid(logits[0][i] - logits[0][i + 1]);
            outputs[0][i] = first;
            outputs[0][i + 1] = 1 - first;
        }
        show("digit", outputs[0], 2);
        if (network.twoOutputs) {
            dense("size", hidden, HIDDEN, outputs[1], 1);
            show("size", outputs[1], 1);
        }
    }

    private void show(String path, float[] values, int width) {
        if (observer != null) {
            observer.step(path, values, count * width);
        }
    }

    private void dense(String layer, float[] from, int width, float[] to, int units) {
        float[] weight = values(layer, true);
        float[] bias = values(layer, false);
        for (int i = 0; i < count; i++) {
            for (int u = 0; u < units; u++) {
                float sum = bias[u];
                for (int k = 0; k < width; k++) {
                    sum = Math.fma(weight[u * width + k], from[i * width + k], sum);
                }
                to[i * units + u] = sum;
            }
        }
    }

    private float[] values(String layer, boolean weight) {
        return network.values(
                switch (layer) {
                    case "hidden" -> weight ? "hidden.weight" : "hidden.bias";
                    case "digit" -> weight ? "digit.weight" : "digit.bias";
                    default -> weight ? "size.weight" : "size.bias";
                });
    }

    @Override
    public void backward(float[][] outputGradients, boolean[] atLogits) {
        for (int p = 0; p < gradients.size(); p++) {
            Arrays.fill(gradient(p), 0);
        }
        for (int i = 0; i < count; i++) {
            Arrays.fill(hiddenGradient, 0);
            float d0 = outputGradients[0][2 * i];
            float d1 = outputGradients[0][2 * i + 1];
            float p = outputs[0][2 * i];
            logitGradient[0] = atLogits[0] ? d0 : p * (1 - p) * (d0 - d1);
            logitGradient[1] = atLogits[0] ? d1 : -logitGradient[0];
            back(2, i, logitGradient, 0, 2);
            if (network.twoOutputs) {
                back(4, i, outputGradients[1], i, 1);
            }
            for (int u = 0; u < HIDDEN; u++) {
                float t = tanh[i * HIDDEN + u];
                float d = hiddenGradient[u] * kept[i * HIDDEN + u] * (1 - t * t);
                gradient(1)[u] += d;
                for (int k = 0; k < INPUTS; k++) {
                    gradient(0)[u * INPUTS + k] += d * inputs[0][i * INPUTS + k];
                }
            }
        }
    }

    /** Adds what one example gives to the weight and the bias of a last layer, and to the gradient of what it reads. */
    private void back(int parameter, int example, float[] outputGradient, int from, int units) {
        float[] weight = parameter == 2 ? values("digit", true) : values("size", true);
        for (int u = 0; u < units; u++) {
            float d = outputGradient[from + u];
            gradient(parameter + 1)[u] += d;
            for (int k = 0; k < HIDDEN; k++) {
                gradient(parameter)[u * HIDDEN + k] += d * hidden[example * HIDDEN + k];
                hiddenGradient[k] += d * weight[u * HIDDEN + k];
            }
        }
    }

    private float[] gradient(int parameter) {
        return ((ArrayStorage) gradients.get(parameter)).values();
    }

    @Override
    public List<ParameterStorage> gradients() {
        return gradients;
    }

    @Override
    public void observe(@Nullable StepObserver newObserver) {
        observer = newObserver;
    }
}
