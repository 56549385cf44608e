package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.InMemoryJavac;
import org.nnlang.compiler.testing.ReferenceFile;

/** Every example of the language reference is a file that compiles, to Java that compiles without a warning. */
class LanguageReferenceTest {
    private static final Pattern FENCE = Pattern.compile("^```nn\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<String> examples() {
        List<String> examples = new ArrayList<>();
        Matcher matcher = FENCE.matcher(ReferenceFile.read("language.md"));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }

    @Test
    void hasExamples() {
        assertThat(examples()).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compiles(String example) {
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("example.nn", example)), List.of()));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.files()).isNotEmpty();
        assertThat(InMemoryJavac.compile(result.files().stream()
                        .collect(Collectors.toMap(CompilationResult.JavaFile::path, CompilationResult.JavaFile::text))))
                .isNotEmpty();
    }
}
