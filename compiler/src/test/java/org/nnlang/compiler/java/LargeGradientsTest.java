package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.testing.Batch;
import org.nnlang.compiler.testing.ClassFile;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.InMemoryJavac;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.runtime.Model;

/** The gradients of 1,500 layers stay within Java's limits, and their steps within the JIT's: what makes the buffers runs once a session. */
class LargeGradientsTest {
    private static final int LAYERS = 1500;
    private static final int LONGEST = 65536;
    private static final int LONGEST_COMPILED = 8000;
    private static final int MOST_CONSTANTS = 65535;

    @Test
    void trainsManyLayers() throws ReflectiveOperationException {
        Map<String, byte[]> classes =
                Compilation.of(Networks.residual(LAYERS, 4)).classes();
        classes.forEach((name, bytes) -> {
            ClassFile file = ClassFile.read(bytes);
            assertThat(file.constants()).as(name).isLessThan(MOST_CONSTANTS);
            file.codeLengths()
                    .forEach((method, length) -> assertThat(length)
                            .as("%s.%s", name, method)
                            .isLessThan(method.startsWith("<init>") ? LONGEST : LONGEST_COMPILED));
        });
        Model model = (Model) InMemoryJavac.load(classes)
                .loadClass("Residuals" + LAYERS)
                .getMethod("create", long.class)
                .invoke(null, 1);
        Batch batch = new Batch(model, 2, 1);
        float[][] gradients = batch.gradients(model.gradients().newSession(2), 2);
        assertThat(gradients.length).isEqualTo(2 * LAYERS);
        assertThat(gradients[0]).isNotEqualTo(new float[16]);
        assertThat(gradients[2 * LAYERS - 1]).isNotEqualTo(new float[4]);
    }
}
