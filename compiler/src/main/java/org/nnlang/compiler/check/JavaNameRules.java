package org.nnlang.compiler.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.QualifiedName;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.java.JavaNames;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.source.Span;

/** The rules about names that a Java programmer will write: they are names of Java, and stay apart after case conversion. */
final class JavaNameRules {
    private final Diagnostics diagnostics;
    private final Map<String, Origin> classes = new HashMap<>();

    /** What a class is generated from, such as "model `M`". */
    private record Origin(String what, Span span) {}

    JavaNameRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks the package, the models and the losses of a file, against those of the files before it. */
    void check(FileScope file) {
        QualifiedName packageName = file.unit().packageName();
        if (packageName != null) {
            packageName.parts().forEach(part -> requireJavaName("package", part.text(), part.span()));
        }
        for (Symbol symbol : file.declared()) {
            Identifier name = symbol.declaration().name();
            if (symbol.declaration() instanceof ComponentDeclaration component
                    && component.kind() == ComponentDeclaration.Kind.MODEL
                    && requireJavaName("model", name.text(), name.span())) {
                String type = JavaNames.className(name.text());
                if (requireOwnClass(file, type, new Origin("model `" + name + "`", name.span()))) {
                    Origin gradients = new Origin("the gradients of model `" + name + "`", name.span());
                    requireOwnClass(file, type + "Gradients", gradients);
                }
            } else if (symbol.declaration() instanceof FunctionDeclaration function
                    && function.kind() == FunctionDeclaration.Kind.LOSS) {
                requireOwnClass(file, JavaNames.className(name.text()), new Origin("loss `" + name + "`", name.span()));
            }
        }
    }

    private boolean requireOwnClass(FileScope file, String type, Origin origin) {
        Origin other = classes.putIfAbsent(file.packageName() + "." + type, origin);
        if (other != null) {
            diagnostics.report(Diagnostic.of(
                            Code.JAVA_NAMES_CLASH,
                            origin.span(),
                            other.what() + " and " + origin.what() + " would both become the Java class `" + type + "`",
                            "same class name")
                    .because(other.span(), "the other one")
                    .help("rename one of them, or move it to another package"));
        }
        return other == null;
    }

    /** Checks the inputs, outputs and layers of a model. */
    void check(CheckedModel model) {
        Map<String, CheckedModel.Port> ports = new HashMap<>();
        model.inputs().forEach(port -> check("input", port, ports));
        model.outputs().forEach(port -> check("output", port, ports));
        check(model.root());
    }

    private void check(String what, CheckedModel.Port port, Map<String, CheckedModel.Port> ports) {
        if (!requireJavaName(what, port.name(), port.span())) {
            return;
        }
        String java = JavaNames.variableName(port.name());
        CheckedModel.Port other = ports.putIfAbsent(java, port);
        if (other != null) {
            diagnostics.report(Diagnostic.of(
                            Code.JAVA_NAMES_CLASH,
                            port.span(),
                            "`" + other.name() + "` and `" + port.name() + "` would both become `" + java + "` in Java",
                            "same name in Java")
                    .because(other.span(), "the other one")
                    .help("rename one of them"));
        }
    }

    private void check(LayerInstance layer) {
        Map<String, LayerInstance> names = new HashMap<>();
        for (LayerInstance child : layer.children()) {
            String name = base(child);
            String java = JavaNames.methodName(name);
            LayerInstance other = names.putIfAbsent(java, child);
            if (other != null && base(other).equals(name)) {
                // Turns of one repetition share an accessor that takes the index.
                check(child);
                continue;
            }
            if (other != null) {
                diagnostics.report(Diagnostic.of(
                                Code.JAVA_NAMES_CLASH,
                                child.span(),
                                "layers `" + other.path() + "` and `" + child.path() + "` would both become `" + java
                                        + "` in Java",
                                "same name in Java")
                        .because(other.span(), "the other one")
                        .help("give one of them another label"));
            }
            check(child);
        }
    }

    /** The name of a layer without the index of a repetition. */
    private static String base(LayerInstance layer) {
        int bracket = layer.name().indexOf('[');
        return bracket < 0 ? layer.name() : layer.name().substring(0, bracket);
    }

    private boolean requireJavaName(String what, String name, Span span) {
        Optional<String> problem = JavaNames.problem(name);
        problem.ifPresent(text -> diagnostics.report(
                Diagnostic.of(Code.NOT_A_JAVA_NAME, span, what + " `" + name + "` cannot become a name in Java", text)
                        .help("choose another name, such as `" + suggestion(what, name) + "`")));
        return problem.isEmpty();
    }

    private static String suggestion(String what, String name) {
        String letters = name.codePoints()
                .filter(Character::isJavaIdentifierPart)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return switch (what) {
            case "model" ->
                "My"
                        + JavaNames.className(letters.isEmpty() ? "model" : letters)
                                .replace("_", "");
            case "package" -> letters + "s";
            default -> letters + "_" + what;
        };
    }

    /** Checks files and the models that were found in them. */
    static void check(List<FileScope> files, List<CheckedModel> models, Diagnostics diagnostics) {
        JavaNameRules rules = new JavaNameRules(diagnostics);
        files.forEach(rules::check);
        models.forEach(rules::check);
    }
}
