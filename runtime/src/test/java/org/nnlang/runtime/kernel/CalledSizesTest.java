package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.kernel.CalledSizes.Size;

class CalledSizesTest {
    private final CalledSizes sizes = new CalledSizes();

    @Test
    void keepsSmallSizesAsTheyAre() {
        sizes.add(3, 4, 5);
        assertThat(sizes.known()).containsExactly(new Size(3, 4, 5));
    }

    @Test
    void knowsEachOnce() {
        sizes.add(100, 784, 512);
        sizes.add(100, 512, 10);
        sizes.add(100, 784, 512);
        assertThat(sizes.known()).containsExactly(new Size(100, 16, 192), new Size(100, 16, 10));
    }

    @Test
    void keepsAFewOnly() {
        for (int rows = 1; rows <= 2 * CalledSizes.MOST; rows++) {
            sizes.add(rows, 1, 1);
        }
        assertThat(sizes.known()).hasSize(CalledSizes.MOST).first().isEqualTo(new Size(1, 1, 1));
    }

    @Test
    void keepsBlocksOfInputs() {
        sizes.add(1, VectorProduct.BLOCK_INPUTS, 1);
        sizes.add(1, VectorProduct.BLOCK_INPUTS + 1, 1);
        assertThat(sizes.known().get(0).inputs()).isLessThanOrEqualTo(VectorProduct.BLOCK_INPUTS);
        assertThat(sizes.known().get(1).inputs()).isGreaterThan(VectorProduct.BLOCK_INPUTS);
    }

    @Test
    void rememberLargeLayers() {
        sizes.add(1, 784, 50);
        assertThat(sizes.haveLarge()).isFalse();
        sizes.add(1, 1024, 1024);
        assertThat(sizes.haveLarge()).isTrue();
    }

    /** Weights that are not large are where those of the small layers are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 35, 50, 64, 100, 1000, 4097})
    void areLargeWhereWeightsMayStayInArrays(int units) {
        assumeTrue(VectorMemory.isFor(1), "all weights stay in arrays");
        for (int inputs = 1; inputs <= VectorProduct.BLOCK_INPUTS; inputs++) {
            CalledSizes one = new CalledSizes();
            one.add(1, inputs, units);
            VectorTile tile = new VectorTile();
            new VectorWeights(units, inputs).readBy(tile);
            assertThat(tile.segment != null || one.haveLarge())
                    .as("%d inputs", inputs)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 16, 33, 50, 64, 65, 100, 128, 140, 192, 193, 300, 512, 1030})
    void reachesTheSameTiles(int units) {
        assumeTrue(VectorLanes.COUNT == 16, "these are panels of vectors of 16");
        for (int rows = 1; rows <= 500; rows++) {
            Size size = new Size(rows, 784, units);
            CalledSizes one = new CalledSizes();
            one.add(size.rows(), size.inputs(), size.units());
            assertThat(tiles(one.known().get(0))).as("%s", size).containsAll(tiles(size));
        }
    }

    /** The columns of each panel, whether another is behind it and before it, and the tiles that calculate it. */
    private static Set<String> tiles(Size size) {
        Set<String> tiles = new TreeSet<>();
        int block = VectorProduct.blockRows(size.inputs());
        for (int row = 0; row < size.rows(); row += block) {
            int rows = Math.min(block, size.rows() - row);
            for (int first = 0; first < size.units(); first += VectorWeights.PANEL) {
                int columns = Math.min(VectorWeights.PANEL, size.units() - first);
                String panel = "%d columns, first: %s, last: %s, rows: %s, "
                        .formatted(columns, first == 0, first + columns == size.units(), rows == 1 ? "one" : "several");
                WarmUpRoundTest.tiles(rows, 1, columns).map(panel::concat).forEach(tiles::add);
            }
        }
        return tiles;
    }
}
