package org.nnlang.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Parameters;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;

/** An optimizer's rule for each parameter that is trained, in order of declaration. */
final class Updates {
    private final Optimizer optimizer;
    private final Parameter[] parameters;
    private final ParameterUpdate[] updates;
    private final List<ParameterStorage> gradients;

    /**
     * Makes the rules.
     *
     * @param gradients of all parameters, in order of declaration; live
     * @param threads the most that calculate together; null for as many as the program's setting says
     */
    Updates(Optimizer optimizer, Parameters all, List<ParameterStorage> gradients, @Nullable Integer threads) {
        List<Parameter> trained = new ArrayList<>();
        List<ParameterStorage> theirs = new ArrayList<>();
        int i = 0;
        for (Parameter parameter : all) {
            if (parameter.trainable()) {
                trained.add(parameter);
                theirs.add(gradients.get(i));
            }
            i++;
        }
        this.optimizer = optimizer;
        this.parameters = trained.toArray(Parameter[]::new);
        this.gradients = List.copyOf(theirs);
        this.updates = trained.stream()
                .map(parameter -> optimizer.update(parameter.storage()))
                .toArray(ParameterUpdate[]::new);
        if (threads != null) {
            for (ParameterUpdate update : updates) {
                update.useThreads(threads);
            }
        }
    }

    /**
     * Changes all weights.
     *
     * @param step from 1
     */
    void step(double learningRate, long step) {
        float scale = optimizer.gradientScale(gradients);
        for (int i = 0; i < updates.length; i++) {
            updates[i].step(gradients.get(i), scale, learningRate, step);
        }
    }

    void save(SavedState state) {
        for (int i = 0; i < updates.length; i++) {
            SavedState part = state.part(parameters[i].path());
            for (Map.Entry<String, ParameterStorage> memory :
                    updates[i].memory().entrySet()) {
                Shape shape = shape(memory.getValue(), parameters[i]);
                float[] values = new float[shape.elements()];
                memory.getValue().read(values);
                part.put(memory.getKey(), shape, values);
            }
        }
    }

    void restore(SavedState state) {
        for (int i = 0; i < updates.length; i++) {
            SavedState part = state.part(parameters[i].path());
            for (Map.Entry<String, ParameterStorage> memory :
                    updates[i].memory().entrySet()) {
                memory.getValue().write(part.array(memory.getKey(), shape(memory.getValue(), parameters[i])));
            }
        }
    }

    /** Rules may remember single numbers beside arrays of the parameter's own shape. */
    private static Shape shape(ParameterStorage memory, Parameter parameter) {
        boolean other = memory instanceof ArrayStorage array
                && array.values().length != parameter.shape().elements();
        return other ? Shape.of(((ArrayStorage) memory).values().length) : parameter.shape();
    }
}
