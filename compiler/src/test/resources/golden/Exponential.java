import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The gradient is what is kept.
 *
 * <p>Generated from test.nn:2.
 */
@Generated("nnlang")
public final class Exponential implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public Exponential() {}

    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public int targetWidth(int width) {
        return width;
    }

    @Override
    public void evaluate(float[] predictions, float[] targets, int rows, int width, float[] losses,
            float[] gradients) {
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                float exp = Scalar.exp(predictions[i] - targets[i]);
                sum += exp;
                if (gradients != null) {
                    gradients[i] = exp;
                }
            }
            losses[row] = sum;
        }
    }

    @Override
    public String toString() {
        return "exponential";
    }
}
