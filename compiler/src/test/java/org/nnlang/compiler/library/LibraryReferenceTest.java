package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.compiler.testing.ReferenceFile;

/** The reference of the standard library is what its doc comments say. */
class LibraryReferenceTest {
    @Test
    void followsTheDocComments() {
        String text = LibraryReference.markdown("The standard library", LibraryUnits.all());
        assertThat(text).contains("\n## nn.core\n", "\n## nn.keras\n", "\n## nn.torch\n", "\n#### Dense\n");
        ReferenceFile.requireCurrent("library.md", text);
    }
}
