package org.nnlang.plots;

import java.awt.Color;

/** The colours of classes and lines: Okabe and Ito's, which people tell apart who see few colours; the pale ones of areas. */
final class Palette {
    private static final Color[] COLORS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x7F3FBF),
        new Color(0x555555)
    };
    private static final double STRONGEST = 0.55;

    private Palette() {}

    /** The colour of one class or line, counted from 0; they repeat. */
    static Color of(int index) {
        return COLORS[index % COLORS.length];
    }

    /** From the colour of class 0 by white, at a half, to that of class 1; outside of 0..1 the nearer end. */
    static Color between(double probability) {
        double side = Math.max(-1, Math.min(1, 2 * probability - 1));
        Color end = of(side < 0 ? 0 : 1);
        double strength = STRONGEST * Math.abs(side);
        return new Color(
                mixed(end.getRed(), strength), mixed(end.getGreen(), strength), mixed(end.getBlue(), strength));
    }

    private static int mixed(int level, double strength) {
        return (int) Math.round(255 + strength * (level - 255));
    }
}
