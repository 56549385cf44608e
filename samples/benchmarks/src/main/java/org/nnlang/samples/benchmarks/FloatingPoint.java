package org.nnlang.samples.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts floating-point operations, which JMH shows as gigaflops per second beside the calls per second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class FloatingPoint {
    /** Billions of operations of this iteration. */
    public double gigaflops;

    /** Starts to count. */
    @Setup(Level.Iteration)
    public void reset() {
        gigaflops = 0;
    }
}
