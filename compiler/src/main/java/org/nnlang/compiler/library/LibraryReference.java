package org.nnlang.compiler.library;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.InitializerDeclaration;

/**
 * The reference manual of a library in Markdown, made from the doc comments of its declarations.
 *
 * <p>Packages are chapters, the kinds of declarations are their sections, and within them the order of the files is kept, since
 * a file's author orders from the simple to the special.
 */
public final class LibraryReference {
    private record Section(String keyword, String title) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("layer", "Layers"),
            new Section("model", "Models"),
            new Section("activation", "Activations"),
            new Section("initializer", "Initializers"),
            new Section("loss", "Losses"),
            new Section("function", "Functions"),
            new Section("let", "Constants"));

    private LibraryReference() {}

    /** The manual of parsed files, under a title. */
    public static String markdown(String title, List<CompilationUnit> units) {
        StringBuilder text = new StringBuilder("# " + title + "\n");
        units.stream().map(LibraryReference::packageOf).distinct().forEach(name -> {
            List<Declaration> declarations = units.stream()
                    .filter(unit -> packageOf(unit).equals(name))
                    .flatMap(unit -> unit.declarations().stream())
                    .toList();
            text.append("\n## ").append(name).append('\n');
            SECTIONS.forEach(section -> append(text, section, declarations));
        });
        return text.toString();
    }

    private static void append(StringBuilder text, Section section, List<Declaration> declarations) {
        List<Declaration> chosen = declarations.stream()
                .filter(declaration -> keyword(declaration).equals(section.keyword))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        text.append("\n### ").append(section.title).append('\n');
        for (Declaration declaration : chosen) {
            text.append("\n#### ").append(declaration.name()).append("\n\n```nn fragment\n");
            text.append(signature(declaration)).append("\n```\n\n");
            text.append(declaration.documentation().strip()).append('\n');
        }
    }

    private static String packageOf(CompilationUnit unit) {
        return Objects.toString(unit.packageName(), "(no package)");
    }

    /** A layer as its callers see it; any other declaration entirely, since its formula says most. */
    private static String signature(Declaration declaration) {
        if (!(declaration instanceof ComponentDeclaration)) {
            return declaration.span().text();
        }
        return declaration.parameters().stream()
                .map(parameter -> parameter.span().text())
                .collect(Collectors.joining(", ", keyword(declaration) + " " + declaration.name() + "(", ")"));
    }

    /** The word that a declaration begins with. */
    static String keyword(Declaration declaration) {
        if (declaration instanceof ComponentDeclaration component) {
            return component.kind().keyword();
        }
        if (declaration instanceof FunctionDeclaration function) {
            return function.kind().keyword();
        }
        return declaration instanceof InitializerDeclaration ? "initializer" : "let";
    }
}
