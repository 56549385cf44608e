package org.nnlang.training.metric;

/** The base of metrics made from the mean of the squared differences. */
abstract class SquaredErrors extends WeightedMean {
    SquaredErrors(String name) {
        super(name);
    }

    @Override
    final void check(int width, int targetWidth) {
        Classes.checkEqual(name(), width, targetWidth);
    }

    @Override
    final double row(float[] predictions, int at, float[] targets, int targetAt, int width, int targetWidth) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double difference = (double) predictions[at + i] - targets[targetAt + i];
            sum += difference * difference;
        }
        return sum / width;
    }
}
