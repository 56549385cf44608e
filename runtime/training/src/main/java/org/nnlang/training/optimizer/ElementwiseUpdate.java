package org.nnlang.training.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.kernel.Parts;
import org.nnlang.runtime.kernel.Threads;
import org.nnlang.training.ParameterUpdate;

/**
 * A rule that changes every weight by itself: what is common to all of them.
 *
 * <p>A rule is one loop over arrays of the same length with plain indexes, since the just-in-time compiler makes vector
 * instructions of such loops only. What depends on the dialect is in constants, which are calculated in double precision
 * once a step. Large parameters are cut into parts for several threads: a single array into ranges, else the arrays.
 */
abstract class ElementwiseUpdate implements ParameterUpdate {
    /** Weights that are prepared before they are changed: few enough to stay in the cache, many enough for long loops. */
    private static final int BLOCK = 16_384;

    /** The fewest weights of a part: some microseconds, where handing it over takes one. */
    private static final int PART = 16_384;

    /** Parts a thread: more than one, so that a thread that is slowed down takes fewer. */
    private static final int PARTS_A_THREAD = 2;

    /** Ranges begin at multiples of this, where whole vectors do. */
    private static final int UNIT = 64;

    private static final float[] NONE = {};

    private final ParameterStorage storage;
    private final float[][] weights;
    private final long size;
    private final GradientClipping clipping;
    private final WeightDecay decay;
    private final Map<String, ParameterStorage> memory = new LinkedHashMap<>();
    /** Room for a gradient that is scaled, clipped and with weight decay, block by block; one a part where there are several arrays. */
    private float[][] scratch = {};

    private final Parts work = (part, thread) -> calculate(part);
    /** 0 for as many as the program's setting says. */
    private int threads;

    private float[][] gradients = {};
    private int parts;
    private boolean prepares;
    /** Whether a later step may prepare gradients: it shall not be the one that makes the room. */
    private final boolean mayPrepare;

    private float scale;
    private float kept;

    ElementwiseUpdate(FirstOrderOptimizer<?> optimizer, ParameterStorage weights) {
        this.storage = weights;
        this.weights = weights.arrays();
        this.size = Stream.of(this.weights).mapToLong(array -> array.length).sum();
        this.clipping = optimizer.clipping();
        this.decay = optimizer.weightDecay();
        this.mayPrepare = decay.added() != 0 || clipping.isAny();
    }

    /** Adds something to remember of each weight, at first 0. */
    final float[][] remember(String name) {
        ParameterStorage remembered = storage.sameLayout();
        memory.put(name, remembered);
        return remembered.arrays();
    }

    /** Calculates the constants of a step. */
    abstract void begin(double learningRate, long step);

    /**
     * Changes a range of one array of weights.
     *
     * @param array which of the storage's arrays
     * @param from the first that is changed
     * @param to the end of those that are changed
     * @param w the weights
     * @param g the gradient, at the same indexes
     * @param scratch numbers at the same indexes, of no meaning; it may be the gradient, and is of use only to a rule that
     *     {@link #usesScratch}
     * @param kept what the weights are multiplied by before the step
     */
    abstract void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept);

    /** Whether the rule itself needs scratch. */
    boolean usesScratch() {
        return false;
    }

    @Override
    public final void useThreads(int count) {
        threads = Threads.requireCount(count);
    }

    @Override
    public final void step(ParameterStorage gradient, float scale, double learningRate, long step) {
        this.gradients = gradient.arrays();
        this.scale = scale * clipping.normScale(gradient, scale);
        this.prepares = this.scale != 1 || clipping.value() != Double.POSITIVE_INFINITY || decay.added() != 0;
        this.kept = decay.kept(learningRate);
        begin(learningRate, step);
        int most = threads == 0 ? Threads.count() : threads;
        this.parts = most == 1 ? 1 : (int) Math.max(1, Math.min((long) most * PARTS_A_THREAD, size / PART));
        if (prepares || mayPrepare || usesScratch()) {
            requireScratch(weights.length == 1 ? 1 : parts);
        }
        Threads.share(work, parts, most);
    }

    private void requireScratch(int count) {
        if (scratch.length < count) {
            int longest =
                    Stream.of(weights).mapToInt(array -> array.length).max().orElse(0);
            scratch = new float[count][longest];
        }
    }

    private void calculate(int part) {
        if (weights.length == 1) {
            int units = (weights[0].length + UNIT - 1) / UNIT;
            int to = (int) ((part + 1L) * units / parts) * UNIT;
            change(0, (int) ((long) part * units / parts) * UNIT, Math.min(weights[0].length, to), scratch(0));
            return;
        }
        int end = (int) ((part + 1L) * weights.length / parts);
        for (int array = (int) ((long) part * weights.length / parts); array < end; array++) {
            change(array, 0, weights[array].length, scratch(part));
        }
    }

    private float[] scratch(int part) {
        return scratch.length == 0 ? NONE : scratch[part];
    }

    private void change(int array, int from, int to, float[] prepared) {
        float[] w = weights[array];
        float[] g = gradients[array];
        if (!prepares) {
            change(array, from, to, w, g, prepared, kept);
            return;
        }
        for (int block = from; block < to; block += BLOCK) {
            int end = Math.min(to, block + BLOCK);
            prepare(block, end, w, g, scale, (float) clipping.value(), decay.added(), prepared);
            change(array, block, end, w, prepared, prepared, kept);
        }
    }

    @Override
    public final Map<String, ParameterStorage> memory() {
        return Collections.unmodifiableMap(memory);
    }

    private static void prepare(
            int from, int to, float[] w, float[] g, float scale, float most, float added, float[] prepared) {
        float least = -most;
        for (int j = from; j < to; j++) {
            prepared[j] = Math.max(least, Math.min(most, scale * g[j])) + added * w[j];
        }
    }
}
