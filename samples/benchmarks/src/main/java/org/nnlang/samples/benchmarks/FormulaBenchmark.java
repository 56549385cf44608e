package org.nnlang.samples.benchmarks;

import java.util.concurrent.TimeUnit;
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

/** Activations that somebody wrote beside those of the library that give the same: elements per nanosecond, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class FormulaBenchmark {
    private static final int BATCH = 4;
    private static final int ELEMENTS = BATCH * 1024;

    /** Which kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Which activation. */
    @Param({"LEAKY_RELU", "ELU", "HARD_TANH", "SOFTSIGN", "SILU"})
    public Formula formula;

    private Prediction own;
    private Prediction library;

    /** Makes the models and their buffers. */
    @Setup
    public void prepare() {
        KernelSet.use(kernels);
        own = new Prediction(formula.own(), BATCH, 1);
        library = new Prediction(formula.library(), BATCH, 1);
    }

    /** As somebody may write it. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] own() {
        return own.run();
    }

    /** As the library has it. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] library() {
        return library.run();
    }
}
