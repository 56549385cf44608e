package org.nnlang.runtime.kernel;

/**
 * The weight of a fully connected layer in panels of four vectors of units: within a panel, input by input, and of each
 * input the weights of the panel's units side by side. With vectors of 512 bits:
 *
 * <pre>
 *                 units 0..63            units 64..
 *   input 0   [ . . . . . . . . ]     [ . . . 0 0 ]
 *   input 1   [ . . . . . . . . ]     [ . . . 0 0 ]
 *   ...        one panel               the last one, narrower
 * </pre>
 *
 * <p>A tile of the product walks down one panel, whose vectors then lie one after another in memory. The last panel is
 * padded with zeros: with vectors of 512 bits to whole ones or to {@linkplain VectorQuarters a quarter of one}, since what is not
 * there need not be read, and with shorter ones to four. This one layout serves the product, the gradient and the optimizers.
 * Weights that are only predicted with move {@linkplain VectorPlace out of the heap}.
 */
final class VectorWeights implements DenseWeights {
    /** The units of a panel. */
    static final int PANEL = 4 * VectorLanes.COUNT;

    /**
     * Where the first panel begins: a line of the cache after the head of an array of 16 bytes.
     *
     * <p>Large arrays begin where a line does, and then no vector reaches into the next one: a tenth of the time.
     */
    private static final int START = 12;

    /** The vectors of the shortest panel: where all are short they have one width, which is a constant then. */
    private static final int LEAST_VECTORS = VectorLanes.COUNT == 16 ? 1 : 4;

    private final int units;
    private final int inputs;
    private final VectorPlace place;

    VectorWeights(int units, int inputs) {
        this.units = units;
        this.inputs = inputs;
        int beyond = VectorQuarters.fit(lastColumns(units)) ? VectorQuarters.BEYOND : 0;
        int elements = Math.addExact(Math.multiplyExact(padded(units), inputs), START + beyond);
        int last = units - lastColumns(units);
        VectorPanels panels =
                new VectorPanels(START, at(last), inputs, panelWidth(last), width(vectors(lastColumns(units))));
        // A segment's tiles start at 0 and with the first input: there is one block of them.
        this.place = new VectorPlace(elements, panels, inputs <= VectorProduct.BLOCK_INPUTS);
    }

    private static int padded(int units) {
        int last = lastColumns(units);
        int vectors = vectors(last);
        return units - last + (VectorQuarters.fit(last) ? narrowWidth(vectors) : width(vectors));
    }

    private static int vectors(int columns) {
        return (columns + VectorLanes.COUNT - 1) / VectorLanes.COUNT;
    }

    /** The units of the last panel. */
    private static int lastColumns(int units) {
        return (units - 1) % PANEL + 1;
    }

    /** The distance of the inputs in a panel of so many vectors. */
    static int width(int vectors) {
        return Math.max(vectors, LEAST_VECTORS) * VectorLanes.COUNT;
    }

    /** The distance of the inputs in a panel of so many vectors, the last of which has columns in its first quarter only. */
    static int narrowWidth(int vectors) {
        return (vectors - 1) * VectorLanes.COUNT + VectorQuarters.SIZE;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    /** The panels, one after another, where they stay from now on. */
    float[] values() {
        return place.array();
    }

    /** Lets a tile read the panels where they are. */
    void readBy(VectorTile tile) {
        VectorMemory memory = place.memory();
        tile.segment = memory == null ? null : memory.segment;
        tile.terms = memory == null ? place.array() : VectorTile.NONE;
    }

    /** Where in a tile's segment a panel begins that begins at an index of the array, or a whole one's line: the offset in bytes. */
    static long offset(int at) {
        return (at - START) * (long) Float.BYTES;
    }

    /** Where the panel begins that begins with a unit. */
    int at(int firstUnit) {
        return START + firstUnit * inputs;
    }

    /** How many units, with padding, the panel has that begins with a unit: the distance of its inputs. */
    int panelWidth(int firstUnit) {
        return Math.min(PANEL, padded(units) - firstUnit);
    }

    @Override
    public void read(float[] target) {
        Lengths.check(units * inputs, target);
        float[] values = place.seen();
        for (int first = 0; first < units; first += PANEL) {
            int width = panelWidth(first);
            int end = Math.min(units, first + PANEL);
            for (int unit = first; unit < end; unit++) {
                int at = at(first) + unit - first;
                for (int input = 0; input < inputs; input++) {
                    target[unit * inputs + input] = values[at + input * width];
                }
            }
        }
    }

    @Override
    public void write(float[] source) {
        Lengths.check(units * inputs, source);
        write(0, source, source.length);
    }

    @Override
    public void write(int from, float[] source, int count) {
        Lengths.checkRun(from, source, count, units * inputs);
        place.change(values -> write(from, source, count, values));
    }

    private void write(int from, float[] source, int count, float[] values) {
        UnitRun.forEach(from, count, inputs, (unit, input, at, length) -> {
            int first = unit / PANEL * PANEL;
            int width = panelWidth(first);
            int to = at(first) + unit - first + input * width;
            for (int i = 0; i < length; i++) {
                values[to + i * width] = source[at + i];
            }
        });
    }

    @Override
    public VectorWeights sameLayout() {
        return new VectorWeights(units, inputs);
    }

    @Override
    public float[][] arrays() {
        return place.arrays();
    }

    @Override
    public double sumOfSquares() {
        float[] values = place.seen();
        double sum = 0;
        for (int input = 0; input < inputs; input++) {
            for (int first = 0; first < units; first += PANEL) {
                int at = at(first) + input * panelWidth(first);
                int end = at + Math.min(units - first, PANEL);
                for (int i = at; i < end; i++) {
                    sum += (double) values[i] * values[i];
                }
            }
        }
        return sum;
    }
}
