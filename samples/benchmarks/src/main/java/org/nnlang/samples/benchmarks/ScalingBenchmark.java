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

/** How time grows with the width of a layer and the number of layers, on one thread: microseconds a call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class ScalingBenchmark {
    /** Which kernels. */
    @Param("vector")
    public String kernels;

    /** Which network. */
    @Param({
        "WIDTH_32",
        "WIDTH_128",
        "WIDTH_512",
        "WIDTH_1024",
        "WIDTH_4096",
        "DEPTH_1",
        "DEPTH_10",
        "DEPTH_30",
        "DEPTH_100"
    })
    public Network network;

    /** Examples a call. */
    @Param({"1", "100"})
    public int batch;

    private Prediction prediction;

    /** Makes the network and its buffers. */
    @Setup
    public void prepare() {
        KernelSet.use(kernels);
        prediction = new Prediction(network.create(), batch, 1);
    }

    /** The outputs of one batch. */
    @Benchmark
    public float[] forward() {
        return prediction.run();
    }
}
