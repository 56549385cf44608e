package org.nnlang.training.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.nnlang.runtime.Loss;

/**
 * A loss with its definition from the books, in double precision, and random rows for which it is smooth.
 *
 * @param loss the class that the compiler made
 * @param formula of a row of predictions and a row of targets
 * @param rows draws both
 */
record ReferenceLoss(Loss loss, Formula formula, Rows rows) {
    /** A row of predictions and a row of targets to a number. */
    interface Formula {
        double of(double[] prediction, double[] target);
    }

    /** Draws a prediction and its target. */
    interface Rows {
        double[][] draw(Random random, int width);
    }

    static List<ReferenceLoss> all() {
        return List.of(
                new ReferenceLoss(new MeanSquaredError(), mean((p, t) -> (p - t) * (p - t)), values()),
                new ReferenceLoss(new MeanAbsoluteError(), mean((p, t) -> Math.abs(p - t)), values()),
                new ReferenceLoss(new Huber(), mean((p, t) -> huber(p - t, 1)), values()),
                new ReferenceLoss(new Huber(0.3), mean((p, t) -> huber(p - t, 0.3)), values()),
                new ReferenceLoss(new LogCosh(), mean((p, t) -> StrictMath.log(StrictMath.cosh(p - t))), values()),
                new ReferenceLoss(new BinaryCrossEntropy(), mean((p, t) -> binary(p, t)), chances()),
                new ReferenceLoss(new BinaryCrossEntropy(0.2), mean((p, t) -> binary(p, 0.8 * t + 0.1)), chances()),
                new ReferenceLoss(
                        new BinaryCrossEntropyFromLogits(), mean((z, t) -> binary(sigmoid(z), t)), logitsOfTwo()),
                new ReferenceLoss(
                        new BinaryCrossEntropyFromLogits(0.2),
                        mean((z, t) -> binary(sigmoid(z), 0.8 * t + 0.1)),
                        logitsOfTwo()),
                new ReferenceLoss(new CategoricalCrossEntropy(), (p, t) -> entropy(shares(p), t, 0), distributions()),
                new ReferenceLoss(
                        new CategoricalCrossEntropy(0.1), (p, t) -> entropy(shares(p), t, 0.1), distributions()),
                new ReferenceLoss(
                        new CategoricalCrossEntropyFromLogits(), (z, t) -> entropy(softmax(z), t, 0), logits()),
                new ReferenceLoss(
                        new CategoricalCrossEntropyFromLogits(0.1), (z, t) -> entropy(softmax(z), t, 0.1), logits()),
                new ReferenceLoss(
                        new SparseCategoricalCrossEntropy(), (p, t) -> entropy(shares(p), oneHot(p, t), 0), indices(1)),
                new ReferenceLoss(
                        new SparseCategoricalCrossEntropy(0.1),
                        (p, t) -> entropy(shares(p), oneHot(p, t), 0.1),
                        indices(1)),
                new ReferenceLoss(
                        new SparseCategoricalCrossEntropyFromLogits(),
                        (z, t) -> entropy(softmax(z), oneHot(z, t), 0),
                        indices(-3)),
                new ReferenceLoss(
                        new SparseCategoricalCrossEntropyFromLogits(0.1),
                        (z, t) -> entropy(softmax(z), oneHot(z, t), 0.1),
                        indices(-3)),
                new ReferenceLoss(
                        new KlDivergence(),
                        sum((p, t) -> t * (StrictMath.log(t) - StrictMath.log(p))),
                        distributions()),
                new ReferenceLoss(new Poisson(), mean((p, t) -> p - t * StrictMath.log(p + 1e-7)), rates()),
                new ReferenceLoss(new Hinge(), mean((p, t) -> Math.max(0, 1 - t * p)), signs()),
                new ReferenceLoss(new SquaredHinge(), mean((p, t) -> square(Math.max(0, 1 - t * p))), signs()),
                new ReferenceLoss(new CosineSimilarity(), ReferenceLoss::cosine, values()),
                new ReferenceLoss(new Focal(), (p, t) -> focal(shares(p), t, 0.25, 2), distributions()),
                new ReferenceLoss(new Focal(0.6, 0), (p, t) -> focal(shares(p), t, 0.6, 0), distributions()),
                new ReferenceLoss(new Focal(1, 3.5), (p, t) -> focal(shares(p), t, 1, 3.5), distributions()));
    }

    private static Formula sum(DoubleBinaryOperator each) {
        return (p, t) -> {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                sum += each.applyAsDouble(p[i], t[i]);
            }
            return sum;
        };
    }

    private static Formula mean(DoubleBinaryOperator each) {
        return (p, t) -> sum(each).of(p, t) / p.length;
    }

    private static double huber(double error, double delta) {
        double size = Math.abs(error);
        return size <= delta ? error * error / 2 : delta * size - delta * delta / 2;
    }

    private static double binary(double p, double t) {
        return -t * StrictMath.log(p) - (1 - t) * StrictMath.log(1 - p);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    private static double entropy(double[] p, double[] t, double smoothing) {
        return sum((q, r) -> -((1 - smoothing) * r + smoothing / p.length) * StrictMath.log(q))
                .of(p, t);
    }

    private static double focal(double[] p, double[] t, double alpha, double gamma) {
        return sum((q, r) -> -alpha * r * StrictMath.pow(1 - q, gamma) * StrictMath.log(q))
                .of(p, t);
    }

    private static double cosine(double[] p, double[] t) {
        DoubleBinaryOperator product = (x, y) -> x * y;
        return -sum(product).of(p, t)
                / Math.sqrt(sum(product).of(p, p) * sum(product).of(t, t));
    }

    private static double[] softmax(double[] z) {
        return shares(Arrays.stream(z).map(StrictMath::exp).toArray());
    }

    private static double[] shares(double[] p) {
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(each -> each / sum).toArray();
    }

    private static double[] oneHot(double[] like, double[] index) {
        double[] row = new double[like.length];
        row[(int) index[0]] = 1;
        return row;
    }

    private static double square(double x) {
        return x * x;
    }

    private static Rows values() {
        return (random, width) -> new double[][] {row(random, width, -3, 3), row(random, width, -3, 3)};
    }

    private static Rows chances() {
        return (random, width) -> new double[][] {row(random, width, 0.02, 0.98), row(random, width, 0, 1)};
    }

    private static Rows logitsOfTwo() {
        return (random, width) -> new double[][] {row(random, width, -5, 5), row(random, width, 0, 1)};
    }

    /** Sums other than 1, as no softmax makes them. */
    private static Rows distributions() {
        return (random, width) -> new double[][] {row(random, width, 0.1, 1), shares(row(random, width, 0.1, 1))};
    }

    private static Rows logits() {
        return (random, width) -> new double[][] {row(random, width, -5, 5), shares(row(random, width, 0.1, 1))};
    }

    private static Rows indices(double lowest) {
        return (random, width) -> new double[][] {
            lowest > 0 ? row(random, width, 0.1, lowest) : row(random, width, lowest, -lowest), {random.nextInt(width)}
        };
    }

    private static Rows rates() {
        return (random, width) -> new double[][] {
            row(random, width, 0.1, 5),
            Arrays.stream(row(random, width, 0, 6)).map(Math::floor).toArray()
        };
    }

    private static Rows signs() {
        return (random, width) -> new double[][] {
            row(random, width, -3, 3),
            Arrays.stream(row(random, width, -1, 1)).map(Math::signum).toArray()
        };
    }

    /** Numbers that a float holds exactly, so that both calculations begin with the same. */
    private static double[] row(Random random, int width, double low, double high) {
        double[] row = new double[width];
        Arrays.setAll(row, i -> (float) (low + (high - low) * random.nextDouble()));
        return row;
    }

    @Override
    public String toString() {
        return loss.name();
    }
}
