import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The gradient needs other functions than the loss.
 *
 * <p>Generated from test.nn:17.
 */
@Generated("nnlang")
public final class Logarithmic implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public Logarithmic() {}

    @Override
    public String name() {
        return "logarithmic";
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
                sum += targets[i] * Scalar.log(Math.abs(predictions[i]) + 1f);
            }
            losses[row] = sum;
            if (gradients != null) {
                for (int i = begin; i < end; i++) {
                    gradients[i] = targets[i] * (1f / (Math.abs(predictions[i]) + 1f)) * Math.signum(predictions[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "logarithmic";
    }
}
