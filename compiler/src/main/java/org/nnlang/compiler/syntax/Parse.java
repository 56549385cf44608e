package org.nnlang.compiler.syntax;

import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.nnlang.grammar.NnParser;

/**
 * The outcome of reading tokens by one rule of the grammar: fast first (SLL), and in full where that fails.
 *
 * @param found the parse tree, or null where there is an error
 * @param error the first token that does not fit, or null
 * @param expected what would have fitted there
 */
record Parse<T>(@Nullable T found, @Nullable Token error, IntervalSet expected) {
    static <T> Parse<T> run(CommonTokenStream tokens, Function<NnParser, T> rule) {
        NnParser parser = new NnParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return new Parse<>(rule.apply(parser), null, new IntervalSet());
        } catch (ParseCancellationException fast) {
            tokens.seek(0);
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        }
        try {
            return new Parse<>(rule.apply(parser), null, new IntervalSet());
        } catch (ParseCancellationException e) {
            if (e.getCause() instanceof RecognitionException cause) {
                IntervalSet expected =
                        cause instanceof InputMismatchException ? cause.getExpectedTokens() : new IntervalSet();
                return new Parse<>(null, cause.getOffendingToken(), expected);
            }
            throw e;
        }
    }

    /** The parse tree of tokens without an error. */
    T tree() {
        if (found == null) {
            throw new IllegalStateException("no tree after an error at " + error);
        }
        return found;
    }
}
