package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Summary.Connection;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Form;
import org.nnlang.runtime.Summary.Kind;
import org.nnlang.runtime.Summary.Style;

/** What the frameworks' own texts do not show: long names, nested layers, several outputs, bad arguments. */
class SummaryTest {
    private static final Summary DIGITS =
            new SummaryChain("digits", 784).dense("hidden", 50).dense("out", 10).sequential();

    @Test
    void printsLikeKerasWhereNothingIsSaid() {
        assertThat(DIGITS.toString()).isEqualTo(DIGITS.render(Style.KERAS, 80, null));
    }

    @Test
    void countsItsWeights() {
        assertThat(DIGITS.parameters()).isEqualTo(39_250 + 510);
        assertThat(DIGITS.trainable()).isEqualTo(39_250 + 510);
        assertThat(DIGITS.nonTrainable()).isZero();
    }

    @Test
    void aColumnGrowsWhereANameDoesNotFit() {
        String name = "a_name_that_is_longer_than_the_column";
        Summary summary = new SummaryChain("m", 1_000_000).dense(name, 1000).sequential();
        List<String> lines = summary.render(Style.KERAS, 30, null).lines().toList();

        assertThat(lines.get(1)).hasSize(name.length() + 2 + "1,000,001,000".length() + 2 + "(None,".length() + 2 + 4);
        assertThat(lines.get(5)).contains("│ " + name + " │ (None, │ 1,000,001,000 │");
        assertThat(lines.get(6)).contains("│ (Dense) ").contains("│ 1000)  │");
        assertThat(summary.render(Style.TORCHINFO)).contains("1,000,001,000");
    }

    @Test
    void nestedLayersShowInTorchStylesAndAreOneRowInKeras() {
        Shape shape = Shape.of(4);
        Entry first = dense("dense", 4, 4);
        Entry frozen = new Entry("dense2", "Dense", Kind.LAYER, List.of(shape), 0, 20, 20, List.of(), List.of());
        Entry residual = new Entry(
                "residual", "Residual", Kind.LAYER, List.of(shape), 20, 20, 40, List.of(), List.of(first, frozen));
        Summary summary = new Summary("Net", Form.SEQUENTIAL, List.of(input("x", 4), residual));

        assertThat(summary.render(Style.KERAS)).contains("residual (Residual)").doesNotContain("dense");
        assertThat(summary.render(Style.TORCHSUMMARY))
                .containsSubsequence("Linear-1", "Linear-2", "Residual-3", " 0\n");
        assertThat(summary.render(Style.TORCHINFO).lines().skip(3).limit(4))
                .containsExactly(
                        "Sequential                               [-1, 4]                   --",
                        "├─Residual: 1-1                          [-1, 4]                   --",
                        "│    └─Linear: 2-1                       [-1, 4]                   20",
                        "│    └─Linear: 2-2                       [-1, 4]                   (20)");
        assertThat(summary.render(Style.TORCHINFO)).contains("Trainable params: 20\nNon-trainable params: 20\n");
    }

    @Test
    void functionsAreRowsAndSumsAreNoModules() {
        Connection x = new Connection("x", 0, 0);
        Connection act = new Connection("activation", 0, 0);
        Summary summary = new Summary(
                "Skip",
                Form.FUNCTIONAL,
                List.of(
                        input("x", 4),
                        entry("activation", "hard_sigmoid", Kind.ACTIVATION, x),
                        entry("add", "add", Kind.OPERATION, x, act)));

        assertThat(summary.render(Style.KERAS, 120, null))
                .contains("activation (Activation) ")
                .contains("add (Add) ")
                .contains("x[0][0], activation[0][0]");
        assertThat(summary.render(Style.TORCHSUMMARY))
                .containsSubsequence("Hardsigmoid-1", "Skip-2")
                .doesNotContain("Add");
    }

    @Test
    void severalOutputsOfOneLayerAreAList() {
        Entry split = new Entry(
                "split", "Split", Kind.LAYER, List.of(Shape.of(2), Shape.of(3)), 0, 0, 0, List.of(), List.of());
        Summary summary = new Summary("m", Form.SEQUENTIAL, List.of(input("x", 5), split));

        assertThat(summary.render(Style.KERAS)).contains("[(None, 2), (None, 3)]");
        assertThat(summary.render(Style.TORCHSUMMARY)).contains("[[-1, 2], [-1, 3]]");
    }

    @Test
    void aSubclassIsNamedAfterItsClass() {
        Summary summary = new SummaryChain("MyModel", 3).dense("layer1", 3).functional();

        assertThat(summary.render(Style.KERAS_SUBCLASS)).startsWith("Model: \"my_model\"\n");
    }

    @Test
    void aModelWithoutLayersStillPrints() {
        Summary summary = new Summary("nothing", Form.SEQUENTIAL, List.of());

        for (Style style : Style.values()) {
            assertThat(summary.render(style)).contains("Total params: 0");
        }
    }

    @Test
    void refusesWidthsAndBatchesThatAreNotPositive() {
        assertThatThrownBy(() -> DIGITS.render(Style.KERAS, 0, null)).hasMessage("columns must be positive, got 0");
        assertThatThrownBy(() -> DIGITS.render(Style.KERAS, 80, -1)).hasMessage("batch must be positive, got -1");
    }

    private static Entry input(String name, int size) {
        return entry(name, "input", Kind.INPUT, Shape.of(size));
    }

    private static Entry dense(String name, int inputs, int units) {
        long weights = (long) units * (inputs + 1);
        return new Entry(
                name, "Dense", Kind.LAYER, List.of(Shape.of(units)), weights, 0, weights, List.of(), List.of());
    }

    private static Entry entry(String name, String type, Kind kind, Connection... read) {
        return new Entry(name, type, kind, List.of(Shape.of(4)), 0, 0, 0, List.of(read), List.of());
    }

    private static Entry entry(String name, String type, Kind kind, Shape shape) {
        return new Entry(name, type, kind, List.of(shape), 0, 0, 0, List.of(), List.of());
    }
}
