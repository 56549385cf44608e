package org.nnlang.samples.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;

/** The most that one core of this machine can do, which the other figures of the same run are read against. */
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeakBenchmark {
    private static final int ROUNDS = 100_000;

    /** Fused multiply-adds in registers. */
    @Benchmark
    public float peak(FloatingPoint counter) {
        counter.gigaflops += FmaPeak.operations(ROUNDS) / 1e9;
        return FmaPeak.run(ROUNDS);
    }
}
