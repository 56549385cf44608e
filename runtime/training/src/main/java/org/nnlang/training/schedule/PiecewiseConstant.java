package org.nnlang.training.schedule;

import java.util.List;
import org.nnlang.training.math.Power;

/**
 * A rate that changes at given updates: Keras' {@code PiecewiseConstantDecay}, PyTorch's {@code MultiStepLR}.
 *
 * @param milestones the numbers of the first updates with the next rate, rising
 * @param rates one more than milestones
 */
public record PiecewiseConstant(List<Long> milestones, List<Double> rates) implements LearningRateSchedule {
    /** Checks that there is one rate more, and that the milestones rise. */
    public PiecewiseConstant {
        milestones = List.copyOf(milestones);
        rates = List.copyOf(rates);
        if (rates.size() != milestones.size() + 1) {
            throw new IllegalArgumentException(milestones.size() + " boundaries need " + (milestones.size() + 1)
                    + " rates, one for each part, got " + rates.size());
        }
        for (int i = 1; i < milestones.size(); i++) {
            if (milestones.get(i) <= milestones.get(i - 1)) {
                throw new IllegalArgumentException("boundaries must rise, got " + milestones);
            }
        }
        rates.forEach(rate -> Rates.notNegative("each rate", rate));
    }

    /** As Keras: update number {@code boundary} still has the rate before, the one after it the next. */
    public static PiecewiseConstant keras(List<Long> boundaries, List<Double> rates) {
        return new PiecewiseConstant(
                boundaries.stream().map(boundary -> boundary + 1).toList(), rates);
    }

    /** As PyTorch's {@code MultiStepLR}: from each milestone on, the rate is multiplied by a factor once more. */
    public static PiecewiseConstant torch(double initial, List<Long> milestones, double factor) {
        Double[] rates = new Double[milestones.size() + 1];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = initial * Power.of(factor, i);
        }
        return new PiecewiseConstant(milestones, List.of(rates));
    }

    @Override
    public double rate(long step) {
        int part = 0;
        while (part < milestones.size() && step >= milestones.get(part)) {
            part++;
        }
        return rates.get(part);
    }
}
