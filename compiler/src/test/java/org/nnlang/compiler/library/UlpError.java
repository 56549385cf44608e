package org.nnlang.compiler.library;

import java.util.Locale;

/** The worst error seen, in units in the last place of the float32 nearest to the exact result. */
final class UlpError {
    private double worst;
    private String place = "";

    /** Counts one result. */
    void add(float found, double exact, String where) {
        float rounded = (float) exact;
        if (found == rounded || Math.abs(rounded) < Float.MIN_NORMAL) {
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
                worst < 100 ? String.format(Locale.ROOT, "%.2f", worst) : String.format(Locale.ROOT, "%.0f", worst);
        return place.isEmpty() ? number : number + " at " + place;
    }
}
