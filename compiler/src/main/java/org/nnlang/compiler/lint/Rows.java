package org.nnlang.compiler.lint;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The primitives of rows, with their derivatives. */
final class Rows {
    private Rows() {}

    static Dual sum(Dual row) {
        Dual sums = cumulativeSum(row);
        Dual result = Dual.ofLength(1);
        result.set(0, sums, row.length() - 1);
        return result;
    }

    static Dual cumulativeSum(Dual row) {
        Dual result = Dual.ofLength(row.length());
        for (int i = 0; i < row.length(); i++) {
            result.set(i, row, i);
            if (i > 0) {
                result.values()[i] += result.values()[i - 1];
                result.slopes()[i] += result.slopes()[i - 1];
                result.moves()[i] |= result.moves()[i - 1];
            }
        }
        return result;
    }

    /** The greatest element for the sign 1, the least for -1. */
    static Dual extreme(Dual row, int sign) {
        int best = 0;
        for (int i = 1; i < row.length(); i++) {
            best = sign * Double.compare(row.values()[i], row.values()[best]) > 0 ? i : best;
        }
        Dual result = Dual.ofLength(1);
        result.set(0, row, best);
        return result;
    }

    static Dual sorted(Dual row) {
        int[] order = IntStream.range(0, row.length())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -row.values()[i]))
                .mapToInt(i -> i)
                .toArray();
        Dual result = Dual.ofLength(row.length());
        for (int i = 0; i < order.length; i++) {
            result.set(i, row, order[i]);
        }
        return result;
    }

    static Dual positions(int length) {
        return Dual.constant(IntStream.rangeClosed(1, length).asDoubleStream().toArray());
    }

    static Dual joined(List<Dual> rows) {
        Dual result = Dual.ofLength(rows.stream().mapToInt(Dual::length).sum());
        int next = 0;
        for (Dual row : rows) {
            for (int i = 0; i < row.length(); i++) {
                result.set(next++, row, i);
            }
        }
        return result;
    }
}
