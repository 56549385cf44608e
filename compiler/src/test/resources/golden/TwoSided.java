import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Each element needs the exp, on one side or on the other.
 *
 * <p>Generated from test.nn:13.
 */
@Generated("nnlang")
public final class TwoSided implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public TwoSided() {}

    @Override
    public String name() {
        return "two_sided";
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
                System.arraycopy(predictions, begin, gradients, begin, end - begin);
            }
            Rows.exp(gradients, 0, rows * width);
        }
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                float exp = gradients == null ? Scalar.exp(predictions[i]) : gradients[i];
                sum += Scalar.choose(targets[i] > 0.5f, exp * targets[i], predictions[i] - exp);
            }
            losses[row] = sum;
            if (gradients != null) {
                for (int i = begin; i < end; i++) {
                    float chosen = Scalar.choose(targets[i] > 0.5f, 0f, 1f);
                    gradients[i] = chosen + (-chosen + Scalar.choose(targets[i] > 0.5f, 1f, 0f) * targets[i]) * gradients[i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "two_sided";
    }
}
