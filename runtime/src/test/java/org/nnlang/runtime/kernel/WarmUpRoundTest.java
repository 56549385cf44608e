package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.kernel.WarmUpRound.Size;

/** A loop that warming up does not reach is very slow when a program changes to the vector kernels. */
class WarmUpRoundTest {
    @Test
    void reachesTilesThatReadAhead() {
        assertThat(WarmUpRound.SIZES).anyMatch(size -> fillsTiles(size) && size.units() >= 2 * VectorWeights.PANEL);
    }

    @Test
    void reachesWholePanelsOfTwoBlocksOfInputs() {
        assertThat(WarmUpRound.SIZES)
                .anyMatch(size -> fillsTiles(size)
                        && size.units() >= VectorWeights.PANEL
                        && size.inputs() > VectorProduct.BLOCK_INPUTS);
    }

    private static boolean fillsTiles(Size size) {
        return size.rows() >= VectorPanel.sumsAtATime(size.units());
    }
}
