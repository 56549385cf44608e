package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.syntax.NnParser;

/** The standard library's files, parsed. */
final class LibraryUnits {
    private LibraryUnits() {}

    /** All files. */
    static List<CompilationUnit> all() {
        return StandardLibrary.files().stream().map(LibraryUnits::parse).toList();
    }

    /** The files of one package. */
    static List<CompilationUnit> ofPackage(String name) {
        return all().stream()
                .filter(unit -> name.equals(String.valueOf(unit.packageName())))
                .toList();
    }

    private static CompilationUnit parse(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        CompilationUnit unit = NnParser.parse(file, diagnostics);
        assertThat(diagnostics.all()).as(file.name()).isEmpty();
        return unit;
    }
}
