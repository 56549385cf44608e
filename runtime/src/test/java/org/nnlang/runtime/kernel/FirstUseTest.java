package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is left out here may make everything else slow on JDK 17, and no other test would tell. */
class FirstUseTest {
    private final Set<String> called = new TreeSet<>();

    @Test
    void callsEveryFunctionOfElementsAndEveryKernelThatCalculatesByVectors() {
        DivisibleKernels vector = VectorModule.kernels().orElseThrow();
        Workspace workspace = new Workspace(recorded(ElementFunctions.class, new ScalarFunctions()));

        FirstUse.of((DivisibleKernels) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DivisibleKernels.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return switch (method.getName()) {
                        case "trainingWorkspace" -> workspace;
                        case "denseWeights" -> vector.denseWeights((int) arguments[0], (int) arguments[1]);
                        default -> null;
                    };
                }));

        assertThat(called)
                .containsAll(Arrays.stream(ElementFunctions.class.getMethods())
                        .map(Method::getName)
                        .collect(Collectors.toSet()))
                .contains("dense", "weightGradient");
    }

    /** A tile of its own, and what no tile takes. */
    @Test
    void hasMoreSumsThanATile() {
        assertThat(FirstUse.SUMS)
                .isGreaterThan(VectorModule.kernels().orElseThrow().rowsOfTile())
                .isGreaterThan(new PlainKernels().rowsOfTile());
    }

    private <T> T recorded(Class<T> type, T functions) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return method.invoke(functions, arguments);
                }));
    }
}
