package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.source.SourceFile;

/** The library's functions of numbers as formulas, each as it is by default and once with other configuration. */
public final class LibraryFormulas {
    /** What takes lists or values of other shapes, though its declaration has no shape that says so. */
    private static final Set<String> NOT_OF_NUMBERS = Set.of("len", "error", "reshape", "concat", "dropout");

    private LibraryFormulas() {}

    /**
     * A function of numbers.
     *
     * @param name how it is written where it is used
     * @param operands how many numbers it takes
     */
    public record Formula(String name, int operands, ScalarExpression expression) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every function of numbers of the packages {@code nn.core}, {@code nn.keras} and {@code nn.torch}. */
    public static List<Formula> all() {
        List<Formula> formulas = new ArrayList<>();
        for (String packageName : List.of("nn.core", "nn.keras", "nn.torch")) {
            List<FunctionDeclaration> functions = LibraryUnits.ofPackage(packageName).stream()
                    .flatMap(unit -> unit.declarations().stream())
                    .flatMap(LibraryFormulas::functionOfNumbers)
                    .toList();
            for (FunctionDeclaration function : functions) {
                for (String configuration : configurations(function)) {
                    formulas.add(formula(packageName, function, configuration));
                }
            }
        }
        assertThat(formulas).hasSizeGreaterThan(50);
        return formulas;
    }

    private static Stream<FunctionDeclaration> functionOfNumbers(Declaration declaration) {
        boolean ofNumbers = declaration instanceof FunctionDeclaration
                && !NOT_OF_NUMBERS.contains(declaration.name().text())
                && declaration.parameters().stream()
                        .allMatch(parameter -> parameter.shape() == null
                                && !(parameter.defaultValue() instanceof Expression.StringLiteral));
        return ofNumbers ? Stream.of((FunctionDeclaration) declaration) : Stream.of();
    }

    /** None, and one that changes each number that has a default. */
    private static List<String> configurations(FunctionDeclaration function) {
        String changed = function.parameters().stream()
                .filter(parameter -> parameter.defaultValue() != null)
                .map(parameter ->
                        ", " + parameter.name().text() + " = " + other(parameter, String.valueOf(function.name())))
                .collect(Collectors.joining());
        return changed.isEmpty() ? List.of("") : List.of("", changed);
    }

    private static double other(Parameter parameter, String function) {
        return switch (parameter.name().text()) {
            case "max_value" -> 6;
            case "low" -> -0.45;
            default -> {
                if (!(parameter.defaultValue() instanceof Expression.NumberLiteral number)) {
                    throw new AssertionError("give another value for " + parameter.name() + " of " + function);
                }
                yield number.value() * 0.6 + 0.15;
            }
        };
    }

    private static Formula formula(String packageName, FunctionDeclaration function, String configuration) {
        List<String> names = function.parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .map(parameter -> "v_" + parameter.name().text())
                .toList();
        String name = function.name().text();
        String call = name + "(" + String.join(", ", names) + configuration + ")";
        String imports = packageName.equals("nn.core") ? "" : "import " + packageName + "." + name + "\n";
        String inputs = names.stream().map(input -> "input " + input + ": []\n").collect(Collectors.joining());
        String text = imports + "model M {\n" + inputs + "output result = " + call + "\n}";
        CompilationResult result = NnCompiler.compile(
                new CompilationRequest(List.of(new SourceFile("formula.nn", text)), List.of(), false));
        assertThat(result.models()).as("%s: %s", text, result.diagnostics()).hasSize(1);
        Node node = GraphBuilder.build(result.models().get(0)).outputs().get(0).node();
        return new Formula(
                packageName.equals("nn.core") ? call : packageName + "." + call,
                names.size(),
                node.op() instanceof Op.Map map ? inOrder(node, map, names) : new ScalarExpression.Operand(0));
    }

    /** The formula over its operands in the order of the inputs. */
    private static ScalarExpression inOrder(Node node, Op.Map map, List<String> names) {
        List<ScalarExpression> operands = new ArrayList<>();
        for (Node input : node.inputs()) {
            int index = IntStream.range(0, names.size())
                    .filter(i -> input.op().equals(new Op.Input(i)))
                    .findFirst()
                    .orElseThrow();
            operands.add(new ScalarExpression.Operand(index));
        }
        return map.expression().substitute(operands);
    }
}
