package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nnlang.training.callback.TerminateOnNaN;
import org.nnlang.training.metric.Accuracy;
import org.nnlang.training.optimizer.Adam;

/** What a training calculates: losses, weights of examples, orders, and equal bits. */
class TrainerTest {
    private static Trainer trainer(TinyNetwork network) {
        return Trainer.of(network)
                .loss(new TinyLosses.CrossEntropy(false))
                .optimizer(new Momentum(0.1, 0.9f))
                .metrics(new HitRate());
    }

    @Test
    void learns() {
        TinyNetwork network = new TinyNetwork(false, 0);
        TinyExamples examples = new TinyExamples(500, false);

        History history = trainer(network).validationSplit(0.2).fit(examples, 60);

        assertThat(history.names())
                .containsExactly("accuracy", "loss", "val_accuracy", "val_loss", "learning_rate", "seconds");
        assertThat(history.get("loss")[0]).isGreaterThan(0.5);
        assertThat(history.get("loss")[59]).isLessThan(0.1);
        assertThat(history.get("val_accuracy")[59]).isGreaterThan(0.9);
        assertThat(history.get("learning_rate")).containsOnly(0.1).hasSize(60);
        assertThat(history.stopped()).isEmpty();
    }

    @Test
    void twoOutputsHaveALossEach() {
        TinyNetwork network = new TinyNetwork(true, 0);
        TinyExamples examples = new TinyExamples(200, true);
        Trainer trainer = Trainer.of(network)
                .loss("digit", new TinyLosses.CrossEntropy(false), 1)
                .loss("size", new TinyLosses.SquaredError(), 0.25)
                .metrics("digit", new HitRate())
                .optimizer(new Momentum(0.1, 0.9f));

        History history = trainer.fit(examples, 40);
        Evaluation evaluation = trainer.evaluate(examples);

        assertThat(evaluation.values().keySet()).containsExactly("digit_accuracy", "digit_loss", "loss", "size_loss");
        assertThat(evaluation.loss())
                .isCloseTo(evaluation.get("digit_loss") + 0.25 * evaluation.get("size_loss"), within(1e-12));
        assertThat(evaluation.get("size_loss")).isLessThan(0.1);
        assertThat(history.get("size_loss")[0]).isGreaterThan(0.5);
    }

    @Test
    void aLossWithoutAWeightHasTheWeightOne() {
        TinyExamples examples = new TinyExamples(20, false);
        Trainer trainer = trainer(new TinyNetwork(false, 0)).loss("digit", new TinyLosses.CrossEntropy(false), 0.25);
        double quarter = trainer.evaluate(examples).loss();

        double whole = trainer.loss(new TinyLosses.CrossEntropy(false))
                .evaluate(examples)
                .loss();

        assertThat(whole).isEqualTo(4 * quarter);
    }

    /** Without a step the training pass and the evaluation see the same network, though one reads logits. */
    @Test
    void theLossOfAnEpochIsTheMeanOverItsExamplesWhateverTheBatches() {
        TinyExamples examples = new TinyExamples(101, false);
        for (int batch : new int[] {1, 8, 101, 1000}) {
            Trainer trainer = trainer(new TinyNetwork(false, 0))
                    .optimizer(new Momentum(0, 0))
                    .batchSize(batch);
            double loss = trainer.fit(examples, 1).get("loss")[0];
            assertThat(loss).isCloseTo(trainer.evaluate(examples).loss(), within(1e-6));
            assertThat(loss)
                    .isCloseTo(
                            trainer(new TinyNetwork(false, 0))
                                    .evaluate(examples)
                                    .loss(),
                            within(1e-6));
        }
    }

    /** Keras: the sum of losses times weights, divided by the number of examples, not by the sum of weights. */
    @Test
    void weightsOfExamplesMultiplyTheirLosses() {
        TinyNetwork twice = new TinyNetwork(false, 0);
        TinyNetwork once = new TinyNetwork(false, 0);
        float[] weights = new float[40];
        Arrays.fill(weights, 2);

        double weighted = trainer(twice)
                .optimizer(new Momentum(0.05, 0))
                .fit(new TinyExamples(40, false, weights), 1)
                .get("loss")[0];
        double plain = trainer(once)
                .optimizer(new Momentum(0.1, 0))
                .fit(new TinyExamples(40, false), 1)
                .get("loss")[0];

        assertThat(weighted).isCloseTo(2 * plain, within(1e-5));
        assertThat(twice.allValues()).usingComparatorWithPrecision(1e-6f).containsExactly(once.allValues());
    }

    @Test
    void classWeightsCountInTrainingOnly() {
        TinyExamples examples = new TinyExamples(40, false);
        TinyNetwork network = new TinyNetwork(false, 0);
        Trainer trainer = trainer(network)
                .optimizer(new Momentum(0, 0))
                .classWeights(0, 1)
                .weightedMetrics(new WeightedHits());

        History history = trainer.validation(examples).fit(examples, 1);

        // Class 0 does not count at all: what is left is a sum over class 1.
        float[] onlyOnes = new float[40];
        System.arraycopy(examples.digit, 0, onlyOnes, 0, 40);
        double ones =
                trainer(network).evaluate(new TinyExamples(40, false, onlyOnes)).loss();
        assertThat(history.get("loss")[0]).isCloseTo(ones, within(1e-6));
        assertThat(history.get("val_loss")[0])
                .isCloseTo(trainer(network).evaluate(examples).loss(), within(1e-12));
        assertThat(history.get("weight")[0]).isEqualTo(sum(onlyOnes));
        assertThat(history.get("val_weight")[0]).isEqualTo(40);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void aBatchMayBeLargerThanAnyArray() {
        TinyExamples examples = new TinyExamples(50, false);
        TinyNetwork large = new TinyNetwork(false, 0.25);
        TinyNetwork whole = new TinyNetwork(false, 0.25);

        History history =
                trainer(large).batchSize(Integer.MAX_VALUE).validationSplit(0.2).fit(examples, 3);
        trainer(whole).batchSize(40).validationSplit(0.2).fit(examples, 3);

        assertThat(history.epochs()).hasSize(3);
        assertThat(large.allValues()).containsExactly(whole.allValues());
    }

    /** As in Keras, which does not look at the split then. */
    @Test
    void trainingHasAllExamplesWhereValidationIsGiven() {
        TinyExamples examples = new TinyExamples(50, false);
        TinyNetwork split = new TinyNetwork(false, 0);
        TinyNetwork whole = new TinyNetwork(false, 0);

        trainer(split).validation(examples).validationSplit(0.999).fit(examples, 1);
        trainer(whole).validation(examples).fit(examples, 1);

        assertThat(split.allValues()).containsExactly(whole.allValues());
    }

    @Test
    void equalSeedsGiveEqualBits() {
        assertThat(train(42, true)).containsExactly(train(42, true));
        assertThat(train(42, true)).isNotEqualTo(train(43, true));
        assertThat(train(42, true)).isNotEqualTo(train(42, false));
    }

    private static float[] train(long seed, boolean shuffle) {
        TinyNetwork network = new TinyNetwork(false, 0.25);
        trainer(network).seed(seed).shuffle(shuffle).batchSize(7).fit(new TinyExamples(50, false), 3);
        return network.allValues();
    }

    @Test
    void everyEpochSeesEveryExampleOnceInAnotherOrder() {
        Slice slice = new Slice(new TinyExamples(50, false), 10, 30);
        slice.shuffle(1, 1);
        int[] first = slice.order().clone();
        slice.shuffle(1, 2);
        int[] second = slice.order().clone();
        slice.shuffle(1, 1);

        assertThat(slice.order()).containsExactly(first).isNotEqualTo(second);
        assertThat(first).containsExactlyInAnyOrder(new Slice(new TinyExamples(50, false), 10, 30).order());
        assertThat(slice.batches(7)).isEqualTo(3);
    }

    @Test
    void weightsThatAreNotTrainableStay() {
        TinyNetwork network = new TinyNetwork(false, 0, false);
        float[] hidden = network.parameters().get("hidden.weight").toArray();
        float[] digit = network.parameters().get("digit.weight").toArray();

        trainer(network).fit(new TinyExamples(50, false), 2);

        assertThat(network.values("hidden.weight")).containsExactly(hidden);
        assertThat(network.values("digit.weight")).isNotEqualTo(digit);
    }

    @Test
    void aScheduleIsAskedForTheStepsBefore() {
        List<Long> asked = new ArrayList<>();
        History history = trainer(new TinyNetwork(false, 0))
                .batchSize(20)
                .schedule(step -> {
                    asked.add(step);
                    return 0.1 / (1 + step);
                })
                .fit(new TinyExamples(50, false), 2);

        assertThat(asked).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(history.get("learning_rate")).containsExactly(0.1 / 3, 0.1 / 6);
    }

    @Test
    void stepsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] before = new long[1];
        long[] allocated = new long[1];
        Callback counter = new Callback() {
            @Override
            public void batchEnds(TrainingContext training) {
                if (training.batch() == 500) {
                    before[0] = threads.getCurrentThreadAllocatedBytes();
                }
                if (training.batch() == training.batches()) {
                    allocated[0] = threads.getCurrentThreadAllocatedBytes() - before[0];
                }
            }
        };

        trainer(new TinyNetwork(false, 0.25))
                .optimizer(Adam.keras())
                .metrics(new Accuracy())
                .weightedMetrics(new WeightedHits())
                .classWeights(1, 2)
                .callbacks(counter, new TerminateOnNaN())
                .batchSize(2)
                .fit(new TinyExamples(4000, false), 2);

        assertThat(before[0]).isPositive();
        // Of 1,500 steps; what the virtual machine itself does in between is far less than an object a step.
        assertThat(allocated[0]).isLessThan(8000);
    }

    /** The sum of the weights it was given. */
    private static final class WeightedHits implements Metric {
        private double sum;

        @Override
        public String name() {
            return "weight";
        }

        @Override
        public void reset() {
            sum = 0;
        }

        @Override
        public void update(
                float[] predictions,
                float[] targets,
                int rows,
                int width,
                int targetWidth,
                float @Nullable [] weights) {
            for (int r = 0; r < rows; r++) {
                sum += weights == null ? 1 : weights[r];
            }
        }

        @Override
        public double result() {
            return sum;
        }
    }
}
