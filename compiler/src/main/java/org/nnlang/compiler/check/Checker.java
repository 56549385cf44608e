package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.CheckedModel;

/**
 * From what was written to what it means: names first ({@link NameRules}), then each model by evaluating it
 * ({@link ModelRules}), then its names in Java ({@link JavaNameRules}).
 */
public final class Checker {
    private Checker() {}

    /** Checks files; answers the models that are sound, in the order of their declarations. */
    public static List<CheckedModel> check(List<FileScope> files, Diagnostics diagnostics) {
        for (FileScope file : files) {
            new NameRules(file, diagnostics).check();
        }
        List<CheckedModel> models = new ArrayList<>();
        for (FileScope file : files) {
            FunctionRules.check(file, diagnostics);
            for (Symbol symbol : file.declared()) {
                if (symbol.declaration() instanceof ComponentDeclaration component
                        && component.kind() == ComponentDeclaration.Kind.MODEL) {
                    CheckedModel model = new ModelRules(diagnostics).check(symbol);
                    if (model != null) {
                        models.add(model);
                    }
                }
            }
        }
        JavaNameRules.check(files, models, diagnostics);
        return models;
    }
}
