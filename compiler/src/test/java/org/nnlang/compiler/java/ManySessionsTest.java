package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** Servers have thousands of threads: each with a session of its own, which must be cheap and must not see the others. */
class ManySessionsTest {
    private static final int SESSIONS = 10_000;
    private static final int THREADS_AT_ONCE = 200;
    private static final int CALLS = 3;
    private static final int DIFFERENT_IMAGES = 50;
    private static final int PIXELS = 784;

    /** The examples of a block of this network. */
    private static final int BLOCK = 240;

    private final Compilation compilation = Compilation.of(Networks.digitClassifier());
    private Model model;

    @BeforeEach
    void create() throws ReflectiveOperationException {
        model = compilation.create(42);
    }

    @Test
    void tenThousandThreadsPredictAsOneDoes() throws InterruptedException {
        List<float[]> images = new ArrayList<>();
        List<float[]> expected = new ArrayList<>();
        ModelSession one = model.newSession(1);
        for (int i = 0; i < DIFFERENT_IMAGES; i++) {
            float[] image = image(i);
            images.add(image);
            expected.add(predict(one, image, new float[10]));
        }
        List<ModelSession> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(model.newSession(1));
        }

        AtomicInteger right = new AtomicInteger();
        for (int first = 0; first < SESSIONS; first += THREADS_AT_ONCE) {
            List<Thread> threads = new ArrayList<>();
            for (int i = first; i < first + THREADS_AT_ONCE; i++) {
                int number = i;
                threads.add(new Thread(() -> {
                    float[] digit = new float[10];
                    for (int call = 0; call < CALLS; call++) {
                        int image = (number + call) % DIFFERENT_IMAGES;
                        predict(sessions.get(number), images.get(image), digit);
                        if (Arrays.equals(digit, expected.get(image))) {
                            right.incrementAndGet();
                        }
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(right).hasValue(SESSIONS * CALLS);
    }

    /** Buffers are as long as a block; what comes on top does not depend on the capacity until batches are as large as the kernels' blocks. */
    @ParameterizedTest
    @CsvSource({"1, 1, 4000", "1000, 1, 4000", "20, 20, 45000", "1000, 1000, 160000"})
    void aSessionTakesWhatThePlanSaysAndLittleOnTop(int capacity, int count, int most) {
        float[][] images = {new float[PIXELS * count]};
        float[][] digits = {new float[10 * count]};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Long> onTop = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            ModelSession session = model.newSession(capacity);
            session.useThreads(1);
            session.run(images, count, digits);
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            onTop.add(bytes - Float.BYTES * compilation.plan().floats() * Math.min(capacity, BLOCK));
        }

        // The first ones also load classes.
        assertThat(onTop.get(onTop.size() - 1)).isBetween(0L, (long) most);
    }

    private static float[] predict(ModelSession session, float[] image, float[] digit) {
        session.run(new float[][] {image}, 1, new float[][] {digit});
        return digit;
    }

    private static float[] image(long seed) {
        Random random = new Random(seed);
        float[] image = new float[PIXELS];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        return image;
    }
}
