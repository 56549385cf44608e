package org.nnlang.compiler.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The worst error seen, in units in the last place of the float32 nearest to the exact result. */
final class UlpError {
    private double worst;
    private @Nullable Float place;

    /** Counts one result. */
    void add(float found, double exact, @Nullable Float where) {
        float rounded = (float) exact;
        if (found == exact || Float.isInfinite(rounded) || Math.abs(rounded) < Float.MIN_NORMAL) {
            return;
        }
        double error = Math.abs(found - exact) / Math.ulp(rounded);
        if (!(error <= worst)) {
            worst = error;
            place = where;
        }
    }

    @Override
    public String toString() {
        String number =
                new BigDecimal(worst).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
        return place == null ? number : number + " at " + new BigDecimal(place).round(new MathContext(5));
    }
}
