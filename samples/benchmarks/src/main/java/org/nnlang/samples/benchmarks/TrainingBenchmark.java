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

/** Training steps of whole networks, with cross entropy and Adam: microseconds a step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class TrainingBenchmark {
    /** Which kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Which network. */
    @Param({"W1", "W2"})
    public Network network;

    /** Examples a step. */
    @Param("100")
    public int batch;

    /** The most threads. */
    @Param({"1", "2"})
    public int threads;

    private TrainingStep training;

    /** Makes the network and its buffers. */
    @Setup
    public void prepare() {
        KernelSet.use(kernels);
        training = new TrainingStep(network.create(), batch, threads);
    }

    /** One step. */
    @Benchmark
    public float step() {
        return training.run();
    }
}
