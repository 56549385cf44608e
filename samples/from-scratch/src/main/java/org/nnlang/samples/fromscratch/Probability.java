package org.nnlang.samples.fromscratch;

import java.util.function.DoubleBinaryOperator;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** A network of one point and one probability as a function of x and y. */
final class Probability implements DoubleBinaryOperator {
    private final ModelSession session;
    private final float[][] point = new float[1][2];
    private final float[][] probability = new float[1][1];

    Probability(Model model) {
        this.session = model.newSession(1);
    }

    @Override
    public double applyAsDouble(double x, double y) {
        point[0][0] = (float) x;
        point[0][1] = (float) y;
        session.run(point, 1, probability);
        return probability[0][0];
    }
}
