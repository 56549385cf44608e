package org.nnlang.samples.benchmarks;

import org.nnlang.runtime.kernel.DenseWeights;
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.runtime.kernel.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The products of a fully connected layer, on one thread. */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class KernelBenchmark {
    /** Which kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Rows, inputs, units. */
    @Param({"100x784x512", "100x784x50", "1x784x512"})
    public String shape;

    private Kernels chosen;
    private int rows;
    private double gigaflops;
    private Workspace workspace;
    private DenseWeights weights;
    private DenseWeights transposed;
    private DenseWeights gradient;
    private float[] bias;
    private float[] x;
    private float[] y;

    /** Allocates everything. */
    @Setup
    public void prepare() {
        String[] sizes = shape.split("x", -1);
        rows = Integer.parseInt(sizes[0]);
        int inputs = Integer.parseInt(sizes[1]);
        int units = Integer.parseInt(sizes[2]);
        gigaflops = 2e-9 * rows * inputs * units;
        chosen = KernelSet.use(kernels);
        workspace = chosen.trainingWorkspace(units, inputs);
        workspace.useThreads(1);
        weights = chosen.denseWeights(units, inputs);
        weights.write(Inputs.uniform(units, inputs));
        transposed = chosen.denseWeights(inputs, units);
        gradient = chosen.denseWeights(units, inputs);
        bias = Inputs.uniform(1, units);
        x = Inputs.uniform(rows, inputs);
        y = new float[rows * units];
    }

    /** The product with the weights, and the bias. */
    @Benchmark
    public float[] dense(FloatingPoint counter) {
        chosen.dense(workspace, weights, bias, null, x, y, rows);
        counter.gigaflops += gigaflops;
        return y;
    }

    /** The gradient by the weights; of inputs and outputs of the same sizes. */
    @Benchmark
    public DenseWeights weightGradient(FloatingPoint counter) {
        chosen.weightGradient(workspace, gradient, x, y, rows);
        counter.gigaflops += gigaflops;
        return gradient;
    }

    /** The weights' transpose, which the gradient by the inputs needs. */
    @Benchmark
    public DenseWeights transpose() {
        chosen.transpose(workspace, weights, transposed);
        return transposed;
    }
}
