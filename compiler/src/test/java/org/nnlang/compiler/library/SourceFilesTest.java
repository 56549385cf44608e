package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;

class SourceFilesTest {
    @TempDir
    Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private @Nullable SourceFile read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.nn"), bytes);
        return SourceFiles.read(file, "a.nn", diagnostics);
    }

    private String code() {
        return diagnostics.all().get(0).code().id();
    }

    @Test
    void readsTextWithOrWithoutMark() throws IOException {
        SourceFile plain = read("let a = 1".getBytes(StandardCharsets.UTF_8));
        assertThat(plain).isNotNull().extracting(SourceFile::text).isEqualTo("let a = 1");
        assertThat(read("\uFEFFlet a = 1".getBytes(StandardCharsets.UTF_8))).isNotNull();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void namesTheByteThatIsNotUtf8() throws IOException {
        assertThat(read(new byte[] {'a', '\n', 'b', (byte) 0xE9, '\n'})).isNull();
        assertThat(code()).isEqualTo("N001");
        assertThat(diagnostics.all().get(0).message()).isEqualTo("byte 3 of the file (0xE9) is not UTF-8");
        assertThat(diagnostics.all().get(0).span()).hasToString("a.nn:2:2");
    }

    @Test
    void rejectsACharacterThatIsCutAtTheEnd() throws IOException {
        assertThat(read(new byte[] {'a', (byte) 0xC3})).isNull();
        assertThat(code()).isEqualTo("N001");
    }

    @Test
    void rejectsBlankFiles() throws IOException {
        assertThat(read(" \n\t".getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(code()).isEqualTo("N003");
    }

    @Test
    void rejectsFilesThatAreNotThere() {
        assertThat(SourceFiles.read(folder.resolve("b.nn"), "b.nn", diagnostics))
                .isNull();
        assertThat(code()).isEqualTo("N004");
    }

    @Test
    void rejectsFilesBeyondTheLimit() throws IOException {
        assertThat(read(new byte[(16 << 20) + 1])).isNull();
        assertThat(code()).isEqualTo("N002");
    }
}
