package org.nnlang.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Predictions of whole networks, from arrays to arrays: microseconds a call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class ModelBenchmark {
    /** Which kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Which network. */
    @Param({"W1", "W2"})
    public Network network;

    /** Examples a call. */
    @Param({"1", "100", "10000"})
    public int batch;

    /** The most threads. */
    @Param({"1", "2"})
    public int threads;

    private Prediction prediction;

    /** Makes the network and its buffers. */
    @Setup
    public void prepare() {
        KernelSet.use(kernels);
        prediction = new Prediction(network.create(), batch, threads);
    }

    /** The outputs of one batch. */
    @Benchmark
    public float[] forward() {
        return prediction.run();
    }
}
