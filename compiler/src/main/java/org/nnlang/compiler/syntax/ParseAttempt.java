package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.nnlang.grammar.NnParser.FileContext;

/**
 * One try to parse a stretch of a file, which ends at its first error.
 *
 * @param tree the tree, or null if there is an error
 * @param stream the tokens of the tree, with the hidden ones
 * @param error the index of the visible token at which the text stops making sense, or -1
 * @param tooDeep whether that is because expressions nest too deep
 */
record ParseAttempt(@Nullable FileContext tree, CommonTokenStream stream, int error, boolean tooDeep) {

    /** Parses a whole file. */
    static ParseAttempt of(Tokens tokens) {
        return parse(tokens, new CommonTokenStream(new ListTokenSource(tokens.all())));
    }

    /** Parses the visible tokens from one index to before another, without those that are left out. */
    static ParseAttempt of(Tokens tokens, int from, int to, BitSet leftOut) {
        int first = from == 0 ? 0 : tokens.get(from - 1).getStopIndex() + 1;
        int last = tokens.get(to).getStartIndex();
        List<Token> chosen = new ArrayList<>();
        int visible = from;
        for (Token token : tokens.all()) {
            if (token.getStartIndex() < first || token.getStartIndex() >= last) {
                continue;
            }
            if (token.getChannel() != Token.DEFAULT_CHANNEL || !leftOut.get(visible++)) {
                chosen.add(token);
            }
        }
        CommonToken end = new CommonToken(tokens.get(to));
        end.setType(Token.EOF);
        chosen.add(end);
        return parse(tokens, new CommonTokenStream(new ListTokenSource(chosen)));
    }

    /** The fast prediction first; what it cannot decide, the exact one can. */
    private static ParseAttempt parse(Tokens tokens, CommonTokenStream stream) {
        ParseAttempt fast = parse(tokens, stream, PredictionMode.SLL);
        return fast.error < 0 || fast.tooDeep ? fast : parse(tokens, stream, PredictionMode.LL);
    }

    private static ParseAttempt parse(Tokens tokens, CommonTokenStream stream, PredictionMode mode) {
        stream.seek(0);
        NestingParser parser = new NestingParser(stream);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        try {
            return new ParseAttempt(parser.file(), stream, -1, false);
        } catch (NestingParser.TooDeep deep) {
            return new ParseAttempt(null, stream, tokens.indexOf(deep.token()), true);
        } catch (ParseCancellationException e) {
            if (e.getCause() instanceof RecognitionException cause) {
                return new ParseAttempt(null, stream, tokens.indexOf(cause.getOffendingToken()), false);
            }
            throw e;
        }
    }
}
