package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** How generated classes are called: the typed methods, their checks, and several threads at once. */
class SessionTest {
    private Class<?> type;
    private Model model;

    @BeforeEach
    void generate() throws ReflectiveOperationException {
        type = Compilation.of(Networks.digitClassifier()).load();
        model = (Model) type.getMethod("create", long.class).invoke(null, 42);
    }

    private float[] digit(float[] image) throws ReflectiveOperationException {
        return (float[]) type.getMethod("digit", float[].class).invoke(model, (Object) image);
    }

    private static float[] image(long seed) {
        Random random = new Random(seed);
        float[] image = new float[784];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        return image;
    }

    @Test
    void typedCallsAgree() throws ReflectiveOperationException {
        float[] digit = digit(image(1));
        Object output = type.getMethod("forward", float[].class).invoke(model, (Object) image(1));
        assertThat(output.getClass().getMethod("digit").invoke(output)).isEqualTo(digit);
        float[] written = new float[10];
        ModelSession session = model.newSession(3);
        session.getClass()
                .getMethod("run", float[].class, int.class, float[].class)
                .invoke(session, image(1), 1, written);
        assertThat(written).isEqualTo(digit);
    }

    @Test
    void layersAreTyped() throws ReflectiveOperationException {
        Object hidden1 = type.getMethod("hidden1").invoke(model);
        assertThat(hidden1.getClass().getMethod("weight").invoke(hidden1))
                .isSameAs(model.parameters().get("hidden1.weight"));
    }

    @Test
    void threadsShareAModel() throws Exception {
        float[][] expected = new float[64][];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = digit(image(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<float[]>> calls = new ArrayList<>();
            for (int i = 0; i < expected.length; i++) {
                int seed = i;
                calls.add(() -> digit(image(seed)));
            }
            List<Future<float[]>> results = threads.invokeAll(calls);
            for (int i = 0; i < expected.length; i++) {
                assertThat(results.get(i).get()).isEqualTo(expected[i]);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void saysWhatIsWrong() throws ReflectiveOperationException {
        ModelSession session = model.newSession(2);
        float[][] two = {new float[2 * 784]};
        float[][] digits = {new float[20]};
        refuses("count must be from 0 to the capacity of the session, 2, got 3", () -> session.run(two, 3, digits));
        refuses("count must be from 0 to the capacity of the session, 2, got -1", () -> session.run(two, -1, digits));
        refuses(
                "image must hold 784 numbers a row, got 10 for 2 rows",
                () -> session.run(new float[][] {new float[10]}, 2, digits));
        refuses(
                "digit must hold 10 numbers a row, got 19 for 2 rows",
                () -> session.run(two, 2, new float[][] {new float[19]}));
        refuses("digit must be an array of its own", () -> session.run(two, 1, two));
        refuses("DigitClassifier has 1 input and 1 output, got 0 and 1", () -> session.run(new float[0][], 1, digits));
        refuses("capacity must be from 1 to 2739137, got 0", () -> model.newSession(0));
        Method digit = type.getMethod("digit", float[].class);
        assertThatThrownBy(() -> digit.invoke(model, (Object) new float[10]))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("image must hold 784 numbers a row, got 10");
    }

    private static void refuses(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aSessionAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ModelSession session = model.newSession(4);
        float[][] images = {new float[4 * 784]};
        float[][] digits = {new float[40]};
        for (int i = 0; i < 100; i++) {
            session.run(images, 4, digits);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            session.run(images, 4, digits);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    @Test
    void nothingToDoIsFine() {
        model.newSession(1).run(new float[1][0], 0, new float[1][0]);
    }
}
