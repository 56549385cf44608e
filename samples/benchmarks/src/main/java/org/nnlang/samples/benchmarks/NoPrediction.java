package org.nnlang.samples.benchmarks;

/** The program that does nothing: what a virtual machine takes to start and to end. */
public final class NoPrediction {
    private NoPrediction() {}

    /**
     * Does nothing.
     *
     * @param arguments ignored
     */
    public static void main(String[] arguments) {}
}
