package org.nnlang.samples.initialization;

import java.util.List;

/** The networks that `deep.nn` and `vanishing.nn` declare, in the order of the tables. */
final class Networks {
    private static final String ZEROS = "zeros";
    private static final String LARGE = "N(0, 1)";
    private static final String SMALL = "N(0, 0.01)";
    private static final String XAVIER = "Xavier";
    private static final String HE = "He";

    private Networks() {}

    /** All that have five hidden layers and an activation, one a beginning of the weights. */
    static List<Network> fiveLayers(Activation activation) {
        return switch (activation) {
            case SIGMOID ->
                List.of(
                        new Network(activation, ZEROS, SigmoidZeros::create),
                        new Network(activation, LARGE, SigmoidLarge::create),
                        new Network(activation, SMALL, SigmoidSmall::create),
                        new Network(activation, XAVIER, SigmoidXavier::create),
                        new Network(activation, HE, SigmoidHe::create));
            case TANH ->
                List.of(
                        new Network(activation, ZEROS, TanhZeros::create),
                        new Network(activation, LARGE, TanhLarge::create),
                        new Network(activation, SMALL, TanhSmall::create),
                        new Network(activation, XAVIER, TanhXavier::create),
                        new Network(activation, HE, TanhHe::create));
            case RELU ->
                List.of(
                        new Network(activation, ZEROS, ReluZeros::create),
                        new Network(activation, LARGE, ReluLarge::create),
                        new Network(activation, SMALL, ReluSmall::create),
                        new Network(activation, XAVIER, ReluXavier::create),
                        new Network(activation, HE, ReluHe::create));
        };
    }

    /** Each activation with a beginning that is too small and with the one made for it, from few layers to many. */
    static List<Depth> byDepth() {
        return List.of(
                new Depth(
                        2,
                        new Network(Activation.SIGMOID, SMALL, SigmoidSmall2::create),
                        new Network(Activation.SIGMOID, XAVIER, SigmoidXavier2::create),
                        new Network(Activation.TANH, SMALL, TanhSmall2::create),
                        new Network(Activation.TANH, XAVIER, TanhXavier2::create),
                        new Network(Activation.RELU, SMALL, ReluSmall2::create),
                        new Network(Activation.RELU, HE, ReluHe2::create)),
                new Depth(
                        5,
                        new Network(Activation.SIGMOID, SMALL, SigmoidSmall::create),
                        new Network(Activation.SIGMOID, XAVIER, SigmoidXavier::create),
                        new Network(Activation.TANH, SMALL, TanhSmall::create),
                        new Network(Activation.TANH, XAVIER, TanhXavier::create),
                        new Network(Activation.RELU, SMALL, ReluSmall::create),
                        new Network(Activation.RELU, HE, ReluHe::create)),
                new Depth(
                        10,
                        new Network(Activation.SIGMOID, SMALL, SigmoidSmall10::create),
                        new Network(Activation.SIGMOID, XAVIER, SigmoidXavier10::create),
                        new Network(Activation.TANH, SMALL, TanhSmall10::create),
                        new Network(Activation.TANH, XAVIER, TanhXavier10::create),
                        new Network(Activation.RELU, SMALL, ReluSmall10::create),
                        new Network(Activation.RELU, HE, ReluHe10::create)),
                new Depth(
                        20,
                        new Network(Activation.SIGMOID, SMALL, SigmoidSmall20::create),
                        new Network(Activation.SIGMOID, XAVIER, SigmoidXavier20::create),
                        new Network(Activation.TANH, SMALL, TanhSmall20::create),
                        new Network(Activation.TANH, XAVIER, TanhXavier20::create),
                        new Network(Activation.RELU, SMALL, ReluSmall20::create),
                        new Network(Activation.RELU, HE, ReluHe20::create)));
    }
}
