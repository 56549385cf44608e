package org.nnlang.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.StepObserver;
import org.nnlang.runtime.kernel.ParameterStorage;

/** Finds the first number that is none, in the order in which they are calculated: weights, inputs, layers, gradients. */
final class Breakage {
    private final Model model;
    private final GradientSession session;

    Breakage(Model model, GradientSession session) {
        this.model = model;
        this.session = session;
    }

    /** Calculates the batch once more and says what broke; leaves the session's gradients as they are. */
    String find(float[][] inputs, int count, float[][] outputs, float[][] logits, long seed) {
        for (Parameter parameter : model.parameters()) {
            if (!isFinite(parameter.storage())) {
                return "the weight " + parameter.path() + " was not finite before this batch: an earlier step broke it";
            }
        }
        for (int i = 0; i < inputs.length; i++) {
            int elements = model.inputs().get(i).shape().elements();
            int bad = firstBad(inputs[i], count * elements);
            if (bad >= 0) {
                return "the input " + model.inputs().get(i).name() + " has " + inputs[i][bad] + " in example "
                        + (bad / elements + 1) + " of the batch";
            }
        }
        FirstBadStep first = new FirstBadStep();
        session.observe(first);
        try {
            session.forward(inputs, count, outputs, logits, seed);
        } finally {
            session.observe(null);
        }
        if (first.found != null) {
            return first.found;
        }
        for (int i = 0; i < logits.length; i++) {
            Port output = model.outputs().get(i);
            int bad = firstBad(
                    logits[i], Math.min(logits[i].length, count * output.shape().elements()));
            if (bad >= 0) {
                return "the first layer that broke is that of the output " + output.name() + ", with " + logits[i][bad]
                        + " before its activation";
            }
        }
        List<ParameterStorage> gradients = session.gradients();
        int i = 0;
        for (Parameter parameter : model.parameters()) {
            if (!isFinite(gradients.get(i))) {
                return "all layers are finite, the first gradient that broke is that of " + parameter.path();
            }
            i++;
        }
        return "all layers and all gradients are finite: only the loss itself is not";
    }

    /** The squares of floats do not overflow in double precision. */
    private static boolean isFinite(ParameterStorage storage) {
        return Double.isFinite(storage.sumOfSquares());
    }

    private static int firstBad(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private static final class FirstBadStep implements StepObserver {
        private @Nullable String found;

        @Override
        public void step(String path, float[] values, int length) {
            int bad = found == null ? firstBad(values, length) : -1;
            if (bad >= 0) {
                found = "the first layer that broke is " + path + ", with " + values[bad];
            }
        }
    }
}
