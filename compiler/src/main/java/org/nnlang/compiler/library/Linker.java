package org.nnlang.compiler.library;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.Import;
import org.nnlang.compiler.ast.QualifiedName;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.compiler.syntax.NnParser;

/**
 * Gives every file its scope: its own names, its imports, and the core of the standard library.
 *
 * <p>An import is looked up among the files being compiled, then in the standard library, then in the libraries, which may hold
 * more of a package (a project's main sources more than its tests). Every file that
 * declares what is imported is linked before the file that imports it; meeting a file again on the way is a cycle.
 */
public final class Linker {
    private final Diagnostics diagnostics;
    private final LibraryPath libraries;
    private final Map<String, List<FileScope>> packages = new HashMap<>();
    private final Set<FileScope> linked = new LinkedHashSet<>();
    private final Deque<FileScope> inProgress = new ArrayDeque<>();
    private final Set<String> searched = new LinkedHashSet<>();
    private @Nullable FileScope core;

    /** A linker that reports to the given collection. */
    public Linker(Diagnostics diagnostics, LibraryPath libraries) {
        this.diagnostics = diagnostics;
        this.libraries = libraries;
    }

    /** Links the files of a compilation; answers their scopes in the same order. */
    public List<FileScope> link(List<SourceFile> sources) {
        linkStandardLibrary();
        List<FileScope> scopes = new ArrayList<>();
        for (SourceFile source : sources) {
            scopes.add(parse(source));
        }
        scopes.forEach(this::link);
        return scopes;
    }

    private void linkStandardLibrary() {
        for (SourceFile source : StandardLibrary.files()) {
            FileScope scope = parse(source);
            link(scope);
            if (scope.packageName().equals(StandardLibrary.CORE)) {
                core = scope;
            }
        }
    }

    /** The scope in which a stand-alone expression would be read: the core's names only. */
    public FileScope core() {
        if (core == null) {
            linkStandardLibrary();
        }
        if (core == null) {
            throw new IllegalStateException("the standard library has no package " + StandardLibrary.CORE);
        }
        return core;
    }

    private FileScope parse(SourceFile source) {
        CompilationUnit unit = NnParser.parse(source, diagnostics);
        FileScope scope = new FileScope(unit, packageOf(unit));
        unit.brokenNames().forEach(scope::markBroken);
        packages.computeIfAbsent(scope.packageName(), name -> new ArrayList<>()).add(scope);
        return scope;
    }

    private String packageOf(CompilationUnit unit) {
        String name = unit.file().name();
        String file = name.substring(name.lastIndexOf('!') + 1); // of a file in a jar, its path there
        String folder =
                file.contains("/") ? file.substring(0, file.lastIndexOf('/')).replace('/', '.') : "";
        QualifiedName declared = unit.packageName();
        if (declared == null) {
            return folder;
        }
        if (!folder.isEmpty() && !declared.toString().equals(folder)) {
            diagnostics.report(Diagnostic.of(
                            Code.PACKAGE_MISMATCH,
                            declared.span(),
                            "package `" + declared + "` does not match the folder of its file",
                            "the folder says `" + folder + "`")
                    .help("write `package " + folder + "`, or move the file to "
                            + declared.toString().replace('.', '/') + "/"));
        }
        return declared.toString();
    }

    private void link(FileScope scope) {
        if (linked.contains(scope)) {
            return;
        }
        inProgress.addLast(scope);
        if (core != null) {
            scope.useCore(core);
        }
        for (Import wanted : scope.unit().imports()) {
            addImport(scope, wanted);
        }
        for (Declaration declaration : scope.unit().declarations()) {
            addDeclaration(scope, declaration);
        }
        inProgress.removeLast();
        linked.add(scope);
    }

    private void addDeclaration(FileScope scope, Declaration declaration) {
        Identifier name = declaration.name();
        Symbol earlier = scope.add(name.text(), new Symbol(declaration, scope));
        if (earlier != null) {
            boolean imported = earlier.file() != scope;
            diagnostics.report(Diagnostic.of(
                            Code.DUPLICATE_NAME,
                            name.span(),
                            "`" + name + "` is already " + (imported ? "imported" : "declared"),
                            "declared again here")
                    .because(
                            earlier.declaration().name().span(),
                            imported ? "imported from here" : "first declared here")
                    .help(imported ? "import it under another name: `import ... as Other`" : "choose another name"));
        }
    }

    private void addImport(FileScope scope, Import wanted) {
        String local = wanted.localName().text();
        Symbol symbol = resolve(scope, wanted);
        if (symbol == null) {
            scope.markBroken(local);
            return;
        }
        Symbol earlier = scope.add(local, symbol);
        if (earlier != null && !earlier.equals(symbol)) {
            diagnostics.report(Diagnostic.of(
                            Code.DUPLICATE_NAME,
                            wanted.span(),
                            "`" + local + "` is already imported",
                            "imported again here")
                    .help("give one of them another name: `import " + wanted.name() + " as Other`"));
        }
    }

    private @Nullable Symbol resolve(FileScope scope, Import wanted) {
        List<Identifier> parts = wanted.name().parts();
        String packageName = parts.subList(0, parts.size() - 1).stream()
                .map(Identifier::text)
                .collect(Collectors.joining("."));
        String name = wanted.name().last().text();
        FileScope file = fileWith(name, packageName);
        if (file == null && searched.add(packageName)) {
            parseLibraries(packageName, wanted.span());
            file = fileWith(name, packageName);
        }
        if (file == null) {
            reportUnknown(wanted, packageName, name, packages.getOrDefault(packageName, List.of()));
            return null;
        }
        Declaration declaration = declarationOf(name, file);
        if (declaration == null) {
            return null; // it is broken, which was reported
        }
        if (inProgress.contains(file)) {
            reportCycle(scope, file, wanted);
            return null;
        }
        link(file);
        return new Symbol(declaration, file);
    }

    /** The first known file of a package that declares a name, soundly or not; null if there is none. */
    private @Nullable FileScope fileWith(String name, String packageName) {
        for (FileScope file : packages.getOrDefault(packageName, List.of())) {
            if (declarationOf(name, file) != null || file.isBroken(name)) {
                return file;
            }
        }
        return null;
    }

    private static @Nullable Declaration declarationOf(String name, FileScope file) {
        for (Declaration declaration : file.unit().declarations()) {
            if (declaration.name().text().equals(name)) {
                return declaration;
            }
        }
        return null;
    }

    private void parseLibraries(String packageName, Span span) {
        try {
            libraries.packageFiles(packageName).forEach(this::parse);
        } catch (IOException e) {
            diagnostics.report(Diagnostic.of(
                    Code.UNREADABLE_FILE, span, "cannot read package `" + packageName + "`: " + e.getMessage(), ""));
        }
    }

    private void reportCycle(FileScope scope, FileScope file, Import wanted) {
        String chain = inProgress.stream()
                .dropWhile(step -> step != file)
                .map(step -> step.unit().file().name())
                .collect(Collectors.joining(" -> "));
        String message = file == scope
                ? "this file imports itself"
                : "these files import each other: " + chain + " -> "
                        + file.unit().file().name();
        diagnostics.report(Diagnostic.of(Code.CYCLIC_IMPORT, wanted.span(), message, "this import closes the circle")
                .help("move what both need to a third file"));
    }

    private void reportUnknown(Import wanted, String packageName, String name, List<FileScope> files) {
        Diagnostic diagnostic;
        if (files.isEmpty()) {
            diagnostic = Diagnostic.of(
                    Code.UNKNOWN_IMPORT,
                    wanted.name().span(),
                    packageName.isEmpty()
                            ? "an import names a package and a declaration"
                            : "no package `" + packageName + "` was found",
                    "looked up among the sources, the standard library and the dependencies");
            Optional<String> nearest = DidYouMean.nearest(packageName, packages.keySet());
            if (nearest.isPresent()) {
                diagnostic = diagnostic.help("did you mean `" + nearest.get() + "." + name + "`?");
            }
        } else {
            List<String> names = files.stream()
                    .flatMap(file -> file.unit().declarations().stream())
                    .map(declaration -> declaration.name().text())
                    .toList();
            diagnostic = Diagnostic.of(
                    Code.UNKNOWN_IMPORT,
                    wanted.name().last().span(),
                    "package `" + packageName + "` declares no `" + name + "`",
                    "not found there");
            Optional<String> nearest = DidYouMean.nearest(name, names);
            diagnostic = nearest.isPresent()
                    ? diagnostic.help("did you mean `" + nearest.get() + "`?")
                    : diagnostic.help("it declares " + names.stream().sorted().collect(Collectors.joining(", ")));
        }
        diagnostics.report(diagnostic);
    }
}
