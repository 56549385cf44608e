package org.nnlang.training.optimizer;

/** {@link Adam} by the largest mean square so far (Reddi, Kale, Kumar, On the Convergence of Adam and Beyond, 2018): its presets. */
public final class AMSGrad {
    private AMSGrad() {}

    /** As {@code keras.optimizers.Adam(amsgrad=True)}. */
    public static Adam keras() {
        return Adam.keras().withAmsgrad(true);
    }

    /** As {@code torch.optim.Adam(..., amsgrad=True)}. */
    public static Adam torch() {
        return Adam.torch().withAmsgrad(true);
    }
}
