package org.nnlang.compiler.library;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nnlang.compiler.ast.FunctionDeclaration;

/**
 * An activation of the library with its configuration.
 *
 * @param ofRows whether it acts on rows, not on each number
 */
record LibraryActivation(String packageName, String name, boolean ofRows, Map<String, Object> configuration) {
    private static final Map<String, FunctionOracle> ORACLES = new ConcurrentHashMap<>();

    /** Every activation that the library declares, as it is by default. */
    static List<LibraryActivation> all() {
        return Stream.of("nn.core", "nn.keras").flatMap(LibraryActivation::of).toList();
    }

    private static Stream<LibraryActivation> of(String packageName) {
        return LibraryUnits.ofPackage(packageName).stream()
                .flatMap(unit -> unit.declarations().stream())
                .filter(declaration -> declaration instanceof FunctionDeclaration function
                        && function.kind() == FunctionDeclaration.Kind.ACTIVATION)
                .map(declaration -> new LibraryActivation(
                        packageName,
                        declaration.name().text(),
                        declaration.parameters().get(0).shape() != null,
                        Map.of()));
    }

    /** Its results in double precision. */
    double[] exact(double[] x) {
        FunctionOracle oracle = ORACLES.computeIfAbsent(packageName, LibraryActivation::oracle);
        return (double[]) oracle.call(name, x, configuration);
    }

    private static FunctionOracle oracle(String packageName) {
        return new FunctionOracle(Stream.of("nn.core", packageName)
                .distinct()
                .flatMap(name -> LibraryUnits.ofPackage(name).stream())
                .toList());
    }

    /** Its name, with the package where it has to be imported. */
    String qualifiedName() {
        return packageName.equals("nn.core") ? name : packageName + "." + name;
    }

    /** What a file that uses it begins with. */
    String imports() {
        return packageName.equals("nn.core") ? "" : "import " + packageName + "." + name + "\n";
    }

    /** As it is written in a pipe. */
    @Override
    public String toString() {
        return configuration.isEmpty()
                ? name
                : configuration.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
