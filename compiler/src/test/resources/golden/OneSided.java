import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The gradient needs the exp of few elements.
 *
 * <p>Generated from test.nn:9.
 */
@Generated("nnlang")
public final class OneSided implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public OneSided() {}

    @Override
    public String name() {
        return "one_sided";
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
                sum += targets[i] > 0.9f ? Scalar.exp(predictions[i]) * predictions[i] : predictions[i];
            }
            losses[row] = sum;
            if (gradients != null) {
                for (int i = begin; i < end; i++) {
                    float chosen = Scalar.choose(targets[i] > 0.9f, 1f, 0f);
                    float exp = Scalar.exp(predictions[i]);
                    gradients[i] = Scalar.choose(targets[i] > 0.9f, 0f, 1f) + chosen * exp + chosen * predictions[i] * exp;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "one_sided";
    }
}
