import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Three reductions of the same exp, one of which needs the others.
 *
 * <p>Generated from test.nn:5.
 */
@Generated("nnlang")
public final class Peaked implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public Peaked() {}

    @Override
    public String name() {
        return "peaked";
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
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                float exp = gradients == null ? Scalar.exp(predictions[i]) : gradients[i];
                sum += exp;
                sum2 += targets[i] * exp;
            }
            float total = sum + sum2;
            float sum3 = 0f;
            for (int i = begin; i < end; i++) {
                sum3 += square(Scalar.exp(predictions[i]) / total - targets[i]);
            }
            losses[row] = sum3;
            if (gradients != null) {
                float sum4 = 0f;
                for (int i = begin; i < end; i++) {
                    float quotient = gradients[i] / total;
                    sum4 += squareDerivative(quotient - targets[i]) * -(quotient / total);
                }
                for (int i = begin; i < end; i++) {
                    gradients[i] = (squareDerivative(gradients[i] / total - targets[i]) * (1f / total) + sum4 * targets[i] + sum4) * gradients[i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "peaked";
    }

    private static float square(float x) {
        return x * x;
    }

    private static float squareDerivative(float x) {
        return x + x;
    }
}
