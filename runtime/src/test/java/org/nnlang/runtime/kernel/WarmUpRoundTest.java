package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.kernel.CalledSizes.Size;

/** A loop that warming up does not reach is very slow when a program changes to the vector kernels. */
class WarmUpRoundTest {
    /** Only then are there vectors. */
    @BeforeAll
    static void findTheModule() {
        assertThat(VectorModule.kernels()).isPresent();
    }

    /** Of layers of two whole panels, the first of which is read ahead. */
    @Test
    void reachesTilesThatReadAhead() {
        assumeTrue(VectorLanes.COUNT == 16, "these are panels of vectors of 16");
        assertThat(WarmUpRound.SIZES.stream()
                        .filter(size -> size.units() >= 2 * VectorWeights.PANEL)
                        .flatMap(size -> tiles(size.rows(), 1, VectorWeights.PANEL)))
                .contains("most ahead", VectorTile.LARGE_IS_FASTER ? "larger ahead" : "most");
    }

    @Test
    void reachesWholePanelsOfTwoBlocksOfInputs() {
        assertThat(WarmUpRound.SIZES)
                .anyMatch(size -> fillsTiles(size)
                        && size.units() >= VectorWeights.PANEL
                        && size.inputs() > VectorProduct.BLOCK_INPUTS);
    }

    /** Products have as many sums as rows, gradients as many as inputs. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 36, 48, 52, 64})
    void reachesTheTilesOfEveryPanel(int columns) {
        assumeTrue(VectorLanes.COUNT == 16, "these are panels of vectors of 16");
        List<Size> sizes = WarmUpRound.SIZES.stream()
                .filter(size -> hasPanel(size.units(), columns))
                .toList();
        assertThat(sizes.stream().flatMap(size -> tiles(size.rows(), 1, columns)))
                .contains("most", "few", "one");
        assertThat(sizes.stream().flatMap(size -> tiles(size.inputs(), 0, columns)))
                .contains("most", "few", "one");
    }

    @Test
    void reachesTheTilesThatAreForProductsOnly() {
        assumeTrue(VectorLanes.COUNT == 16, "these are panels of vectors of 16");
        assumeTrue(VectorTile.LARGE_IS_FASTER, "newer virtual machines use it");
        assertThat(WarmUpRound.SIZES.stream()
                        .filter(size -> size.units() >= 2 * VectorWeights.PANEL)
                        .flatMap(size -> tiles(size.rows(), 1, VectorWeights.PANEL)))
                .contains("larger");
        assertThat(WarmUpRound.SIZES.stream()
                        .filter(size ->
                                size.units() >= VectorWeights.PANEL && size.inputs() > VectorProduct.BLOCK_INPUTS)
                        .flatMap(size -> tiles(size.rows(), 1, VectorWeights.PANEL)))
                .contains("larger");
        int narrow = 3 * VectorLanes.COUNT + VectorQuarters.SIZE;
        assertThat(WarmUpRound.SIZES.stream()
                        .filter(size -> hasPanel(size.units(), narrow))
                        .flatMap(size -> tiles(size.rows(), 1, narrow)))
                .contains("larger");
    }

    private static boolean hasPanel(int units, int columns) {
        int last = units / VectorWeights.PANEL * VectorWeights.PANEL;
        VectorWeights weights = new VectorWeights(units, 1);
        return weights.panelWidth(0) == columns || weights.panelWidth(last) == columns;
    }

    /** Which tiles calculate so many sums: those for most of them, and before them; those for the few that are left; and those for one. */
    static Stream<String> tiles(int sums, int factorStep, int columns) {
        VectorTile tile = new VectorTile();
        tile.factorStep = factorStep;
        tile.terms = new float[VectorWeights.PANEL];
        tile.factors = new float[VectorWeights.PANEL];
        tile.count = 1;
        tile.ahead = 0;
        tile.aheadEnd = VectorWeights.PANEL;
        tile.bias = new float[VectorWeights.PANEL];
        tile.target = new float[VectorWeights.PANEL];
        List<String> tiles = new ArrayList<>();
        tile.sums = sums;
        while (tile.sums > 0) {
            int left = tile.sums;
            tile.chooseAhead();
            boolean isAhead = factorStep == 1 && tile.readsAhead;
            int calculated = VectorTiles.calculate(tile, columns);
            int most = VectorTiles.largest(columns);
            // Narrow tiles for most of them take four as well.
            boolean isFew = left < (VectorQuarters.fit(columns) ? 4 : most);
            String size = left == 1 ? "one" : isFew ? "few" : calculated > most ? "larger" : "most";
            tiles.add(size);
            if (isAhead) {
                tiles.add(size + " ahead");
            }
            tile.sums = left - calculated;
        }
        return tiles.stream();
    }

    /** A tile reads a line ahead with each term, of the terms of the next panel: what comes after as many tiles as that has lines does not. */
    @Test
    void reachesTilesThatFindNothingLeftToReadAhead() {
        int columns = 2 * VectorLanes.COUNT;
        int lines = VectorWeights.PANEL / VectorTile.LINE;
        assertThat(WarmUpRound.SIZES)
                .anyMatch(size ->
                        hasPanel(size.units(), columns) && (size.rows() - 1) / VectorTiles.largest(columns) > lines);
    }

    @Test
    void reachesEveryWayOfNumbersThatAreLeftOver() {
        assumeTrue(
                VectorLanes.COUNT > VectorFunctions.FEWEST, "what is left over of such short vectors goes one by one");
        assertThat(WarmUpRound.LENGTHS)
                .anyMatch(length -> left(length) > 0 && left(length) < VectorFunctions.FEWEST)
                .anyMatch(length -> left(length) >= VectorFunctions.FEWEST && length > VectorLanes.COUNT)
                .anyMatch(length -> left(length) >= VectorFunctions.FEWEST && length < VectorLanes.COUNT);
    }

    private static int left(int length) {
        return length % VectorLanes.COUNT;
    }

    private static boolean fillsTiles(Size size) {
        return size.rows() >= VectorPanel.sumsAtATime(size.units());
    }
}
