package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.testing.ClassFile;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.InMemoryJavac;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.runtime.Model;

/** A model of 2,000 layers stays within Java's limits, and within the JIT's. */
class LargeModelTest {
    private static final int LONGEST_COMPILED = 8000;
    private static final int MOST_CONSTANTS = 65535;

    @Test
    void splitsWhatIsLong() throws ReflectiveOperationException {
        Compilation compilation = Compilation.of(Networks.residual(2000, 4));
        Map<String, byte[]> classes = compilation.classes();
        classes.forEach((name, bytes) -> {
            ClassFile file = ClassFile.read(bytes);
            assertThat(file.constants()).as(name).isLessThan(MOST_CONSTANTS);
            assertThat(file.codeLengths().values())
                    .as("%s %s", name, file.codeLengths())
                    .allMatch(length -> length < LONGEST_COMPILED);
        });
        Model model = (Model) InMemoryJavac.load(classes)
                .loadClass("Residuals2000")
                .getMethod("create", long.class)
                .invoke(null, 1);
        assertThat(model.parameters().size()).isEqualTo(4000);
        assertThat(model.summary().entries()).hasSize(2001);
        float[][] y = new float[1][4];
        model.newSession(1).run(new float[][] {{0.1f, 0.2f, 0.3f, 0.4f}}, 1, y);
        assertThat(y[0]).isNotEqualTo(new float[4]);
    }
}
