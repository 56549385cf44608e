package org.nnlang.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.nnlang.runtime.kernel.ElementFunctions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Functions of every element of a block that lies in the first-level cache: elements per nanosecond, copying them included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class ElementBenchmark {
    private static final int SIZE = 1024;

    /** Which kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    private ElementFunctions functions;
    private final float[] values = new float[SIZE];
    private final float[] work = new float[SIZE];

    /** Draws the values, from -4 to 4. */
    @Setup
    public void prepare() {
        functions = KernelSet.use(kernels).workspace(SIZE).functions();
        float[] uniform = Inputs.uniform(1, SIZE);
        for (int i = 0; i < SIZE; i++) {
            values[i] = 8 * uniform[i] - 4;
        }
    }

    private float[] fresh() {
        System.arraycopy(values, 0, work, 0, SIZE);
        return work;
    }

    /** The exponential function. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] exp() {
        functions.exp(fresh(), 0, SIZE);
        return work;
    }

    /** The sigmoid. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] sigmoid() {
        functions.sigmoid(fresh(), 0, SIZE);
        return work;
    }

    /** The hyperbolic tangent. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] tanh() {
        functions.tanh(fresh(), 0, SIZE);
        return work;
    }

    /** The Gaussian error linear unit. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] gelu() {
        functions.gelu(fresh(), 0, SIZE);
        return work;
    }

    /** log(1 + e^x). */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] softplus() {
        functions.softplus(fresh(), 0, SIZE);
        return work;
    }
}
