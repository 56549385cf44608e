package org.nnlang.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.training.callback.EarlyStopping;
import org.nnlang.training.callback.LearningRateOnPlateau;
import org.nnlang.training.metric.Direction;
import org.nnlang.training.schedule.ReduceOnPlateau;

/** A training that a test kills: a process of its own, which goes on from its checkpoint if there is one. */
final class TinyTraining {
    static final int EPOCHS = 150;
    static final int BATCHES = 9;

    /** By a little after every second epoch without improvement. */
    private static final ReduceOnPlateau.Settings LOWERED_OFTEN =
            new ReduceOnPlateau.Settings(Direction.MIN, 0.99, 2, 0, 1, 0);

    private TinyTraining() {}

    /** Takes the files of the checkpoint, the weights and the history. */
    public static void main(String[] files) throws IOException {
        TinyNetwork network = new TinyNetwork(true, 0.25);
        Path checkpoint = Path.of(files[0]);
        Trainer trainer = trainer(network).checkpoint(checkpoint, 2);
        if (Files.exists(checkpoint)) {
            trainer.resume(checkpoint);
        }
        History history = trainer.fit(new TinyExamples(100, true), EPOCHS);
        history.writeCsv(Path.of(files[2]));
        network.save(Path.of(files[1]));
    }

    static Trainer trainer(TinyNetwork network) {
        return Trainer.of(network)
                .loss("digit", new TinyLosses.CrossEntropy(false), 1)
                .loss("size", new TinyLosses.SquaredError(), 0.5)
                .metrics("digit", new HitRate())
                .optimizer(new Momentum(0.02, 0.9f))
                .batchSize(10)
                .validationSplit(0.15)
                .callbacks(
                        new EarlyStopping("val_loss", EPOCHS).restoreBest(),
                        new LearningRateOnPlateau("val_loss", new ReduceOnPlateau(LOWERED_OFTEN)));
    }
}
