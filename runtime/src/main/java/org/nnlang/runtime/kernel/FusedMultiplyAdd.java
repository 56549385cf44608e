package org.nnlang.runtime.kernel;

/**
 * Whether the processor calculates {@link Math#fma(float, float, float)}, or the JDK does so by decimal numbers, which takes
 * hundreds of times as long and gives the same bits.
 *
 * <p>Asked without a clock: what is not a number keeps its bits in an instruction of x86, while the JDK's method answers
 * {@link Float#NaN} for all of them. Of the processors that virtual machines run on, only old ones of x86 (before Haswell,
 * 2013) have no such instruction.
 */
final class FusedMultiplyAdd {
    /** A quiet one with bits of its own. */
    private static final int NOT_A_NUMBER = 0x7fc12345;

    private FusedMultiplyAdd() {}

    /** Whether the processor calculates it. */
    static boolean isInstruction() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" ->
                Float.floatToRawIntBits(Math.fma(Float.intBitsToFloat(NOT_A_NUMBER), 1, 1)) == NOT_A_NUMBER;
            // Others have it, some of which answer one and the same for all that is not a number.
            default -> true;
        };
    }

    /** Says in the log that calculations are slow, if they are. */
    static void warnIfSlow() {
        if (!isInstruction()) {
            // Loggers take longer to load than a first prediction: not where there is nothing to say.
            System.getLogger("org.nnlang.runtime")
                    .log(
                            System.Logger.Level.WARNING,
                            "this processor, or this virtual machine as it was started, has no instruction for fused"
                                    + " multiply-adds: results are the same as everywhere, but take hundreds of times as long");
        }
    }
}
