package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;
import org.nnlang.training.callback.EarlyStopping;
import org.nnlang.training.callback.LearningRateOnPlateau;
import org.nnlang.training.metric.Direction;
import org.nnlang.training.metric.MeanAbsoluteError;
import org.nnlang.training.schedule.ReduceOnPlateau;

/** What is missing or does not fit is told before the first step. */
class TrainerErrorsTest {
    private static final TinyExamples EXAMPLES = new TinyExamples(10, false);

    private final TinyNetwork network = new TinyNetwork(false, 0);
    private final Trainer trainer =
            Trainer.of(network).loss(new TinyLosses.CrossEntropy(false)).optimizer(new Momentum(0.1, 0));

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** Examples of other shapes, which nobody reads. */
    private record Shapes(int size, List<Shape> inputShapes, List<Shape> targetShapes) implements Examples {
        @Override
        public void copy(int index, float[][] inputs, float[][] targets, int place) {
            throw new AssertionError("shapes were not compared first");
        }
    }

    @Test
    void somethingIsMissing() {
        refused(
                () -> Trainer.of(network).optimizer(new Momentum(0.1, 0)).fit(EXAMPLES, 1),
                "output digit of Tiny has no loss: give it one by Trainer.loss");
        refused(
                () -> Trainer.of(network)
                        .loss(new TinyLosses.CrossEntropy(false))
                        .fit(EXAMPLES, 1),
                "no optimizer: give one by Trainer.optimizer");
        TinyNetwork two = new TinyNetwork(true, 0);
        refused(
                () -> Trainer.of(two).loss(new TinyLosses.SquaredError()),
                "Tiny has several outputs, [digit, size]: say which one, as in loss(\"digit\", loss, 1)");
        refused(
                () -> Trainer.of(two).loss("sizes", new TinyLosses.SquaredError(), 1),
                "Tiny has no output 'sizes', there are [digit, size]");
        refused(
                () -> trainer.fit(new Shapes(0, List.of(Shape.of(3)), List.of(Shape.of(1))), 1),
                "there are no examples: give at least one");
    }

    @Test
    void shapesDiffer() {
        refused(
                () -> trainer.fit(new Shapes(5, List.of(Shape.of(4)), List.of(Shape.of(1))), 1),
                "input x: [3] of Tiny: the examples have [4]: give it tensors of its shape, or declare the input as"
                        + " [4]");
        refused(
                () -> trainer.evaluate(new Shapes(5, List.of(Shape.of(3, 1)), List.of(Shape.of(1)))),
                "input x: [3] of Tiny: the examples have [3, 1]: as many numbers; give the examples the shape [3]");
        refused(
                () -> trainer.fit(new Shapes(5, List.of(Shape.of(3), Shape.of(3)), List.of(Shape.of(1))), 1),
                "Tiny has 1 inputs, [x: [3]], but the examples have 2, [[3], [3]]: give one tensor for each input");
        refused(
                () -> trainer.fit(new Shapes(5, List.of(Shape.of(3)), List.of()), 1),
                "Tiny has 1 outputs, [digit: [2]], but the examples have 0 targets, []: give one target for each"
                        + " output");
        refused(
                () -> trainer.fit(new Shapes(5, List.of(Shape.of(3)), List.of(Shape.of(2))), 1),
                "output digit: [2] and targets [2]: cross_entropy takes targets of 1 numbers for predictions of 2, got"
                        + " targets of 2");
        refused(
                () -> trainer.validation(new Shapes(5, List.of(Shape.of(4)), List.of(Shape.of(1))))
                        .fit(EXAMPLES, 1),
                "input x: [3] of Tiny: the examples have [4]: give it tensors of its shape, or declare the input as"
                        + " [4]");
    }

    @Test
    void settingsAreOutOfRange() {
        Path nowhere = Path.of("no-such-folder", "run.checkpoint").toAbsolutePath();
        refused(
                () -> trainer.checkpoint(nowhere).fit(EXAMPLES, 1),
                "no folder " + nowhere.getParent() + " to write the checkpoint " + nowhere + " into: create it first");
        refused(
                () -> Trainer.of(network)
                        .loss(new TinyLosses.CrossEntropy(false))
                        .optimizer(new Momentum(0.1, 0))
                        .callbacks(new EarlyStopping("val_loss", 3))
                        .fit(EXAMPLES, 1),
                "EarlyStopping watches 'val_loss', but this training has [loss]: watch one of these, or give the"
                        + " trainer a validation");
        refused(() -> trainer.batchSize(0), "the batch size must be positive, got 0");
        refused(() -> trainer.fit(EXAMPLES, 0), "epochs must be positive, got 0");
        refused(() -> trainer.validationSplit(1), "the validation split must be from 0 to less than 1, got 1.0");
        refused(
                () -> trainer.validationSplit(0.95).fit(EXAMPLES, 1),
                "a validation split of 0.95 leaves 0 of the 10 examples for training and 10 for validation: both need"
                        + " at least one");
        refused(
                () -> Trainer.of(network).loss("digit", new TinyLosses.SquaredError(), Double.NaN),
                "a loss' weight must be a finite number from 0, got NaN");
        refused(
                () -> Trainer.of(network)
                        .loss(new TinyLosses.CrossEntropy(false))
                        .optimizer(new Momentum(0.1, 0))
                        .metrics(new HitRate(), new HitRate())
                        .fit(EXAMPLES, 1),
                "two values would be called 'accuracy': leave one metric out, or give it another name");
    }

    @Test
    void aMetricObjectIsOfOneOutput() {
        Metric metric = new MeanAbsoluteError();
        Trainer two = Trainer.of(new TinyNetwork(true, 0))
                .loss("digit", new TinyLosses.CrossEntropy(false), 1)
                .loss("size", new TinyLosses.SquaredError(), 1)
                .optimizer(new Momentum(0.1, 0))
                .metrics("size", metric);
        TinyExamples examples = new TinyExamples(10, true);
        two.fit(examples, 1);

        refused(
                () -> two.weightedMetrics("digit", metric).fit(examples, 1),
                "output size has the metric object mean_absolute_error, and so has another output, or this one twice:"
                        + " make one for each");
    }

    @Test
    void aScheduleAndACallbackThatSetsTheRate() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new ReduceOnPlateau.Settings(Direction.MIN, 0.5, 1, 0, 1, 0));
        assertThatIllegalStateException()
                .isThrownBy(() -> trainer.schedule(step -> 0.1)
                        .callbacks(new LearningRateOnPlateau("loss", rule), new Callback() {
                            @Override
                            public void epochBegins(TrainingContext training) {
                                throw new AssertionError("an epoch had begun before");
                            }
                        })
                        .fit(EXAMPLES, 1))
                .withMessageStartingWith("the trainer has a schedule, which sets the learning rate of every step");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY})
    void aScheduleGivesNoRate(double rate) {
        float[] before = network.allValues();
        refused(
                () -> trainer.batchSize(4)
                        .schedule(step -> step == 2 ? rate : 0)
                        .fit(EXAMPLES, 1),
                "the learning rate of step 3 must be a finite number from 0, got " + rate);
        assertThat(network.allValues()).containsExactly(before);
    }

    @Test
    void classWeightsDoNotFit() {
        refused(
                () -> Trainer.of(network)
                        .loss(new TinyLosses.CrossEntropy(false))
                        .optimizer(new Momentum(0.1, 0))
                        .classWeights(1, 2, 3)
                        .fit(EXAMPLES, 1),
                "output digit has 2 classes, but there are 3 class weights: give one for each class");
        TargetRows oneHot = new TargetRows(1, 3, 3);
        ClassWeights weights = new ClassWeights(new float[] {1, 2, 3}, "y", oneHot);
        assertThat(weights.weight(new float[] {9, 9, 9, 0, 0, 1}, 1)).isEqualTo(3);
        ClassWeights byIndex = new ClassWeights(new float[] {1, 2, 3}, "y", new TargetRows(1, 3, 1));
        assertThat(byIndex.weight(new float[] {0, 1}, 1)).isEqualTo(2);
        refused(
                () -> byIndex.weight(new float[] {3}, 0),
                "class weights need targets that are classes from 0 to 2, found 3.0");
        refused(
                () -> new ClassWeights(new float[] {1, -1}, "y", new TargetRows(1, 1, 1)),
                "the weight of class 1 must be a finite number from 0, got -1.0");
    }
}
