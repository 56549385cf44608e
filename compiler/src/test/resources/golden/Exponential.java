import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
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
        if (gradients != null) {
            for (int row = 0; row < rows; row++) {
                int begin = row * width;
                int end = begin + width;
                for (int i = begin; i < end; i++) {
                    gradients[i] = predictions[i] - targets[i];
                }
            }
            Rows.exp(gradients, 0, rows * width);
        }
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                float difference = predictions[i] - targets[i];
                float exp = gradients == null ? Scalar.exp(difference) : gradients[i];
                sum += exp;
            }
            losses[row] = sum;
        }
    }

    @Override
    public String toString() {
        return "exponential";
    }
}
