package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.source.SourceFile;

/** No function of the library breaks in float32: a user's function that only passes its arguments on gets no warning. */
class LibraryLintTest {
    /** What takes no numbers or rows of one length, and so cannot be passed on by a function that knows nothing of its use. */
    private static final Set<String> NOT_OF_NUMBERS = Set.of("len", "error", "reshape", "concat", "dropout", "dot");

    /** Steps of other functions: one is for a positive scale only, the other for rows whose greatest element is 0. */
    private static final Set<String> NOT_FOR_EVERY_NUMBER = Set.of("scaled_norm", "shifted_log_sum_exp");

    static List<String> sources() {
        return Stream.of("nn.core", "nn.keras", "nn.torch")
                .flatMap(name -> LibraryUnits.ofPackage(name).stream()
                        .flatMap(unit -> unit.declarations().stream())
                        .filter(FunctionDeclaration.class::isInstance)
                        .map(FunctionDeclaration.class::cast)
                        .filter(function ->
                                !NOT_OF_NUMBERS.contains(function.name().text()))
                        .filter(function ->
                                !NOT_FOR_EVERY_NUMBER.contains(function.name().text()))
                        .map(function -> passedOn(name, function)))
                .toList();
    }

    private static String passedOn(String packageName, FunctionDeclaration function) {
        var open = function.parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .toList();
        String declared = open.stream()
                .map(parameter -> parameter.name().text() + (parameter.shape() == null ? "" : ": [n]"))
                .collect(Collectors.joining(", "));
        String passed = open.stream().map(parameter -> parameter.name().text()).collect(Collectors.joining(", "));
        String name = function.name().text();
        String imported = packageName.equals("nn.core") ? "" : "import " + packageName + "." + name + "\n";
        return imported + "function passed_on(" + declared + ") = " + name + "(" + passed + ")\n";
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isSilent(String source) {
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("passed.nn", source)), List.of()));
        assertThat(DiagnosticFormatter.formatAll(result.diagnostics(), false)).isEmpty();
    }
}
