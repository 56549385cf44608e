package org.nnlang.samples.optimizers;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Parameter;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;

/**
 * Where an optimizer goes in the {@link Valley}, from its beginning on.
 *
 * @param x of each place, the first included
 * @param y of each place
 * @param heights of each place
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Descent(double[] x, double[] y, double[] heights) {
    /** How steep the valley of the notes is along x and along y: x^2 / 20 + y^2. */
    static final float[] STEEPNESS = {1 / 20f, 1};

    /** Goes some steps. */
    static Descent of(Optimizer optimizer, int steps) {
        Valley valley = Valley.create(0);
        List<Parameter> parameters = valley.parameters().stream().toList();
        GradientSession session = valley.gradients().newSession(1);
        List<ParameterUpdate> updates = new ArrayList<>();
        parameters.forEach(parameter -> updates.add(optimizer.update(parameter.storage())));

        Descent descent = new Descent(new double[steps + 1], new double[steps + 1], new double[steps + 1]);
        float[][] height = new float[1][1];
        for (int step = 0; step <= steps; step++) {
            session.forward(new float[][] {STEEPNESS}, 1, height, new float[1][0], 0);
            descent.x[step] = parameters.get(0).toArray()[0];
            descent.y[step] = parameters.get(1).toArray()[0];
            descent.heights[step] = height[0][0];
            // The height is what is to become small, so its derivative by itself is all that the network needs to be
            // told.
            session.backward(new float[][] {{1}}, new boolean[1]);
            for (int i = 0; step < steps && i < updates.size(); i++) {
                updates.get(i).step(session.gradients().get(i), 1, optimizer.learningRate(), step + 1);
            }
        }
        return descent;
    }

    /** The height of the last place. */
    double lastHeight() {
        return heights[heights.length - 1];
    }
}
