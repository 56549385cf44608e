package org.nnlang.compiler.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.source.Span;

/**
 * The stages that have weights, or may have.
 *
 * <p>A stage has identity: applying one object twice (through a {@code let}) applies one {@link Instance} twice, while
 * writing {@code Dense(8)} twice makes two objects.
 */
abstract sealed class NetworkStage implements Meaning.Stage {
    private final Span span;
    private @Nullable Instance instance;

    private NetworkStage(Span span) {
        this.span = span;
    }

    /** Where it is written. */
    Span span() {
        return span;
    }

    /** What it became when it was first applied, or null. */
    @Nullable
    Instance instance() {
        return instance;
    }

    void become(Instance applied) {
        instance = applied;
    }

    @Override
    public String description() {
        return "a stage";
    }

    /** A component with its arguments: {@code Dense(50, relu)}. */
    static final class Configured extends NetworkStage {
        private final Symbol symbol;
        private final Map<String, Meaning> arguments;

        Configured(Symbol symbol, Map<String, Meaning> arguments, Span span) {
            super(span);
            this.symbol = symbol;
            this.arguments = arguments;
        }

        Symbol symbol() {
            return symbol;
        }

        /** The bound arguments, defaults left out. */
        Map<String, Meaning> arguments() {
            return arguments;
        }

        @Override
        public String description() {
            return "the layer `" + symbol.name() + "`";
        }
    }

    /** A stage whose path is fixed, by a label or by the {@code let} that binds it. */
    static final class Named extends NetworkStage {
        private final String name;
        private final Meaning stage;
        private boolean nameTaken;

        Named(String name, Meaning stage, Span span) {
            super(span);
            this.name = name;
            this.stage = stage;
        }

        String name() {
            return name;
        }

        Meaning stage() {
            return stage;
        }

        /** Takes its name in the network where it is first applied. */
        void takeName(Application application) {
            if (!nameTaken) {
                if (stage instanceof Meaning.FunctionValue) {
                    application.takeLabel(name, span());
                } else {
                    application.takeName(name, span());
                }
                nameTaken = true;
            }
        }
    }

    /** Stages one after another. */
    static final class Chain extends NetworkStage {
        private final List<Meaning> stages;
        private final List<Span> spans;

        Chain(List<Meaning> stages, List<Span> spans, Span span) {
            super(span);
            this.stages = List.copyOf(stages);
            this.spans = List.copyOf(spans);
        }

        List<Meaning> stages() {
            return stages;
        }

        /** Where each stage is written. */
        List<Span> spans() {
            return spans;
        }
    }

    /** The stages of a {@code repeat}, evaluated once a turn. */
    static final class Repeated extends NetworkStage {
        private final List<Meaning> turns;

        Repeated(List<Meaning> turns, Span span) {
            super(span);
            this.turns = List.copyOf(turns);
        }

        List<Meaning> turns() {
            return turns;
        }
    }
}
