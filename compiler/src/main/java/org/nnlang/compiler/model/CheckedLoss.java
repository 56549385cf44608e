package org.nnlang.compiler.model;

import java.util.List;
import org.nnlang.compiler.source.Span;

/**
 * What a `loss` declaration means to training: a number from a row of predictions and a target, whatever the length of the row.
 *
 * @param packageName the package; empty for none
 * @param settings its parameters that have a default, in order
 * @param prediction a row of {@link Shape#ANY_LENGTH}
 * @param target such a row, or a number
 * @param value the loss of one example: a number
 * @param span its name where it is declared
 */
public record CheckedLoss(
        String packageName,
        String name,
        String documentation,
        List<Setting> settings,
        Value prediction,
        Value target,
        Term value,
        Span span) {
    /** A parameter that Java sets when it makes the loss. */
    public record Setting(String name, double defaultValue) {}

    public CheckedLoss {
        settings = List.copyOf(settings);
    }

    /** Whether the target is a number, such as the index of a class, rather than a row. */
    public boolean targetIsNumber() {
        return target.shape().rank() == 0;
    }
}
