package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.InitializerDeclaration;
import org.nnlang.compiler.check.Checker;
import org.nnlang.compiler.diagnostic.Diagnostics;

/** What the standard library declares: all that the language promises, each once, checked and documented. */
class LibraryDeclarationsTest {
    private static final int LONGEST_LINE = 140;

    static Stream<Declaration> declarations() {
        return LibraryUnits.all().stream().flatMap(unit -> unit.declarations().stream());
    }

    @Test
    void everyFileChecksWithoutDiagnostics() {
        Diagnostics diagnostics = new Diagnostics();
        List<FileScope> files = new Linker(diagnostics, new LibraryPath(List.of())).link(StandardLibrary.files());
        Checker.check(files, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(files).hasSameSizeAs(StandardLibrary.files()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nn.core", "nn.keras", "nn.torch"})
    void aPackageDeclaresEachNameOnce(String packageName) {
        List<CompilationUnit> units = LibraryUnits.ofPackage(packageName);
        assertThat(units).isNotEmpty();
        assertThat(units.stream().flatMap(unit -> unit.declarations().stream()).map(LibraryDeclarationsTest::key))
                .doesNotHaveDuplicates();
    }

    /** Initializers have a name space of their own. */
    private static String key(Declaration declaration) {
        return (declaration instanceof InitializerDeclaration ? "initializer " : "") + declaration.name();
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void isDocumentedWithASummaryAShapeAndAnExample(Declaration declaration) {
        List<String> lines = declaration.documentation().lines().toList();
        assertThat(lines).as(declaration.name().text()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lines.get(0)).as("summary of " + declaration.name()).matches("[^a-z ].*[.:]");
        assertThat(lines.get(1))
                .as("line after the summary of " + declaration.name())
                .isEmpty();
        assertThat(declaration.documentation())
                .as(declaration.name().text())
                .containsPattern(
                        "Element-wise|\\[|Any shape|Rank 2|ompile.time number|known at compile time|place of the call")
                .containsOnlyOnce("Example: `");
        assertThat(lines).allMatch(line -> line.length() <= LONGEST_LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "linear",
                "step",
                "sigmoid",
                "tanh",
                "relu",
                "relu6",
                "leaky_relu",
                "elu",
                "selu",
                "celu",
                "gelu",
                "gelu_tanh",
                "silu",
                "swish",
                "mish",
                "softplus",
                "softsign",
                "hard_sigmoid",
                "hard_swish",
                "hard_tanh",
                "log_sigmoid",
                "tanh_shrink",
                "soft_shrink",
                "hard_shrink",
                "threshold",
                "squareplus",
                "exponential",
                "softmax",
                "log_softmax",
                "softmin",
                "glu",
                "sparsemax"
            })
    void theCoreHasTheActivation(String name) {
        assertThat(core()).contains("activation " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros",
                "ones",
                "constant",
                "uniform",
                "normal",
                "truncated_normal",
                "variance_scaling",
                "glorot_uniform",
                "glorot_normal",
                "xavier_uniform",
                "xavier_normal",
                "he_uniform",
                "he_normal",
                "kaiming_uniform",
                "kaiming_normal",
                "lecun_uniform",
                "lecun_normal",
                "orthogonal",
                "identity",
                "standard"
            })
    void theCoreHasTheInitializer(String name) {
        assertThat(core()).contains("initializer " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean_squared_error",
                "mean_absolute_error",
                "huber",
                "log_cosh",
                "binary_cross_entropy",
                "binary_cross_entropy_from_logits",
                "categorical_cross_entropy",
                "categorical_cross_entropy_from_logits",
                "sparse_categorical_cross_entropy",
                "sparse_categorical_cross_entropy_from_logits",
                "kl_divergence",
                "poisson",
                "hinge",
                "squared_hinge",
                "cosine_similarity",
                "focal"
            })
    void theCoreHasTheLoss(String name) {
        assertThat(core()).contains("loss " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dense", "Flatten", "Reshape", "Concat", "Dropout", "PReLU"})
    void theCoreHasTheLayer(String name) {
        assertThat(core()).contains("layer " + name);
    }

    @Test
    void theFrameworksPackagesHaveTheirOwnLayers() {
        assertThat(names("nn.torch")).contains("layer Linear", "layer PReLU");
        assertThat(names("nn.keras")).contains("layer PReLU", "layer LeakyReLU", "activation leaky_relu");
    }

    private static List<String> core() {
        return names("nn.core");
    }

    private static List<String> names(String packageName) {
        return LibraryUnits.ofPackage(packageName).stream()
                .flatMap(unit -> unit.declarations().stream())
                .map(declaration -> LibraryReference.keyword(declaration) + " " + declaration.name())
                .toList();
    }
}
