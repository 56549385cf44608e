package org.nnlang.training.optimizer;

/** {@link Adam} with decoupled weight decay (Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019): its presets. */
public final class AdamW {
    private AdamW() {}

    /** As {@code keras.optimizers.AdamW()}: as {@link Adam#keras()}, and weight decay 0.004. */
    public static Adam keras() {
        return Adam.keras().withDecoupledWeightDecay(0.004);
    }

    /** As {@code torch.optim.AdamW(...)}: as {@link Adam#torch()}, and weight decay 0.01. */
    public static Adam torch() {
        return Adam.torch().withDecoupledWeightDecay(0.01);
    }
}
