package org.nnlang.compiler.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.graph.ScalarFunctions;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/**
 * Warns of functions whose values or derivatives are no numbers where they should be ones, before a training finds it out.
 *
 * <p>A function gets one warning at most, and none for what a function that it calls was warned of.
 */
public final class FunctionLint {
    private final Diagnostics diagnostics;
    private final boolean training;
    private final ScalarFunctions scalars = new ScalarFunctions();
    private final Set<Span> warned = new HashSet<>();

    /**
     * A lint that reports what it finds.
     *
     * @param training whether derivatives matter
     */
    public FunctionLint(Diagnostics diagnostics, boolean training) {
        this.diagnostics = diagnostics;
        this.training = training;
    }

    /** Tries a function; one that others call comes before them. */
    public void check(PureFunction function) {
        if (callsWarned(function.body())) {
            warned.add(function.span());
            return;
        }
        find(function).ifPresent(finding -> {
            warned.add(function.span());
            diagnostics.report(Warning.of(function, finding));
        });
    }

    private Optional<Finding> find(PureFunction function) {
        if (function.arguments().isEmpty()) {
            return Optional.empty();
        }
        var scalar = scalars.of(function);
        if (scalar.isPresent()) {
            NumberProbe probe = new NumberProbe(scalar.get());
            return probe.ofValues().or(() -> training ? probe.ofDerivatives() : Optional.empty());
        }
        try {
            RowProbe probe = new RowProbe(function, names(function));
            return probe.ofValues().or(() -> training ? probe.ofDerivatives() : Optional.empty());
        } catch (UnsupportedOperationException e) {
            // Only a network that uses it can tell what it computes.
            return Optional.empty();
        }
    }

    private static List<String> names(PureFunction function) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < function.arguments().size(); i++) {
            names.add("argument " + (i + 1));
        }
        name(function.body(), names);
        return names;
    }

    private static void name(Term term, List<String> names) {
        if (term instanceof Term.Argument argument) {
            names.set(argument.index(), argument.name());
        }
        StableForms.parts(term).forEach(part -> name(part, names));
    }

    private boolean callsWarned(Term term) {
        return (term instanceof Term.Invoke invoke
                        && (warned.contains(invoke.function().span())
                                || callsWarned(invoke.function().body())))
                || StableForms.parts(term).stream().anyMatch(this::callsWarned);
    }
}
