package org.nnlang.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;
import org.nnlang.training.Losses;

/**
 * What one output is trained for.
 *
 * @param activation what the output ends with
 * @param weight the loss' share in the sum of all
 * @param takesClassIndices whether its targets are class indices rather than a number for each prediction
 */
record LossChoice(Port output, OutputActivation activation, Loss loss, double weight, boolean takesClassIndices) {
    private LossChoice(Port output, OutputActivation activation, Loss loss, double weight) {
        this(output, activation, loss, weight, isOfIndices(output, activation, loss));
    }

    /** The losses of all outputs, as the options say; where they say none, the one that belongs to the output's last function. */
    static List<LossChoice> of(TrainableModel trainable, List<String> options) {
        List<Port> outputs = trainable.model().outputs();
        Map<String, String> texts = new LinkedHashMap<>(PerOutput.split(
                "--loss", options, outputs.stream().map(Port::name).toList()));
        List<LossChoice> choices = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Port output = outputs.get(i);
            OutputActivation activation =
                    trainable.model().gradients().outputActivations().get(i);
            String text = texts.get(output.name());
            choices.add(
                    text == null
                            ? new LossChoice(output, activation, natural(output, activation), 1)
                            : parse(trainable, output, activation, text));
        }
        return choices;
    }

    private static LossChoice parse(TrainableModel trainable, Port output, OutputActivation activation, String text) {
        int star = text.lastIndexOf('*');
        double weight = 1;
        if (star >= 0) {
            try {
                weight = Double.parseDouble(text.substring(star + 1).strip());
            } catch (NumberFormatException e) {
                throw new Failure("--loss " + text + ": after the * the loss' weight is expected, a number");
            }
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new Failure("--loss " + text + ": the weight must be a finite number from 0");
            }
        }
        String name = star < 0 ? text : text.substring(0, star).strip();
        try {
            Loss loss = trainable.loss(name).orElseGet(() -> Losses.parse(name));
            requireSense(output, loss);
            return new LossChoice(output, activation, loss, weight);
        } catch (IllegalArgumentException e) {
            List<String> own = trainable.lossNames();
            throw new Failure("--loss: " + e.getMessage()
                    + (own.isEmpty() ? "" : "; the file itself declares " + String.join(", ", own)));
        }
    }

    /** Refuses what could be computed, but would teach nothing. */
    private static void requireSense(Port output, Loss loss) {
        boolean isOneNumber = output.shape().elements() == 1;
        if (isOneNumber && loss.name().startsWith("categorical_cross_entropy")) {
            throw new IllegalArgumentException(loss.name() + " is 0 whatever output " + output
                    + " says, as it is one number: take " + loss.name().replace("categorical", "binary"));
        }
    }

    private static Loss natural(Port output, OutputActivation activation) {
        return switch (activation) {
            case SOFTMAX -> Losses.categoricalCrossEntropy();
            case SIGMOID -> Losses.binaryCrossEntropy();
            case OTHER ->
                throw new Failure("--loss is missing: output " + output
                        + " ends with neither softmax nor sigmoid, so none is obvious; for numbers take mean_squared_error. There are "
                        + String.join(", ", Losses.names()));
        };
    }

    /** Whether the output is one row, and the loss takes class indices for it. */
    private static boolean isOfIndices(Port output, OutputActivation activation, Loss loss) {
        int elements = output.shape().elements();
        if (output.shape().rank() != 1 || elements == 1) {
            return false;
        }
        try {
            loss.form(activation, elements, 1);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The numbers of an innermost row of the output. */
    int width() {
        int rank = output.shape().rank();
        return rank == 0 ? 1 : output.shape().size(rank - 1);
    }

    /** The same where targets must be a number for each prediction. */
    LossChoice withoutClassIndices() {
        return new LossChoice(output, activation, loss, weight, false);
    }

    /** Whether it is a number that tells two classes apart. */
    boolean isBinary() {
        return width() == 1 && loss.name().startsWith("binary_cross_entropy");
    }

    /** The loss as people read it. */
    String describe() {
        return loss.name() + (weight == 1 ? "" : " * " + weight);
    }
}
