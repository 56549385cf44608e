package org.nnlang.runtime.kernel;

/** Weights of one unit that lie side by side in declared order: what storages that are packed take apart. */
interface UnitRun {
    /**
     * Takes them.
     *
     * @param unit whose they are
     * @param input of the first
     * @param at where they begin in the source
     * @param count how many
     */
    void take(int unit, int input, int at, int count);

    /** Cuts a run of values [units, inputs], which begins at {@code from}, where units end. */
    static void forEach(int from, int count, int inputs, UnitRun run) {
        int at = 0;
        while (at < count) {
            int input = (from + at) % inputs;
            int length = Math.min(inputs - input, count - at);
            run.take((from + at) / inputs, input, at, length);
            at += length;
        }
    }
}
