package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.ast.Comment;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/** The words of a file: those that the grammar sees by index, and between them the hidden ones. */
final class Tokens {
    private final SourceFile file;
    private final int[] offsets;
    private final List<Token> all;
    private final List<Token> visible = new ArrayList<>();

    private Tokens(SourceFile file, int[] offsets, List<Token> all) {
        this.file = file;
        this.offsets = offsets;
        this.all = all;
        all.stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .forEach(visible::add);
    }

    static Tokens of(SourceFile file) {
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text(), file.name()));
        lexer.removeErrorListeners();
        List<Token> all = new ArrayList<>(lexer.getAllTokens());
        all.add(lexer.emitEOF());
        return new Tokens(file, utf16Offsets(file.text()), all);
    }

    /** ANTLR counts code points, everything else UTF-16 units: where each code point begins. */
    private static int[] utf16Offsets(String text) {
        int count = text.codePointCount(0, text.length());
        int[] offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = offset;
        return offsets;
    }

    SourceFile file() {
        return file;
    }

    /** All tokens, with the hidden ones and the end of the file. */
    List<Token> all() {
        return all;
    }

    /** The comments that document nothing. */
    List<Comment> comments() {
        return all.stream()
                .filter(token -> token.getType() == NnLexer.COMMENT)
                .map(token -> new Comment(token.getText(), span(token)))
                .toList();
    }

    /** The number of visible tokens, the end of the file included. */
    int size() {
        return visible.size();
    }

    Token get(int index) {
        return visible.get(index);
    }

    /** The type of a visible token; the end of the file beyond either end. */
    int type(int index) {
        return index >= 0 && index < visible.size() ? visible.get(index).getType() : Token.EOF;
    }

    String text(int index) {
        return type(index) == Token.EOF ? "" : visible.get(index).getText();
    }

    /** The index of a visible token. */
    int indexOf(Token token) {
        int low = 0;
        int high = visible.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (visible.get(middle).getStartIndex() < token.getStartIndex()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Span span(int index) {
        return index < 0 ? new Span(file, 0, 0) : span(visible.get(index));
    }

    Span span(Token token) {
        int start = offsets[Math.min(token.getStartIndex(), offsets.length - 1)];
        return token.getType() == Token.EOF
                ? new Span(file, start, start)
                : new Span(file, start, offsets[token.getStopIndex() + 1]);
    }

    Span span(int first, int last) {
        return span(first).to(span(last));
    }

    /** The empty place after the token before this one. */
    Span before(int index) {
        return span(index - 1).after();
    }

    /** Whether nothing stands between a visible token and the next one. */
    boolean adjacent(int index) {
        return index >= 0
                && index + 1 < size()
                && get(index).getStopIndex() + 1 == get(index + 1).getStartIndex();
    }

    boolean firstOnLine(int index) {
        return index == 0 || line(index - 1) < line(index);
    }

    /** The column at which the line of a token begins. */
    int indentation(int index) {
        int first = index;
        while (!firstOnLine(first)) {
            first--;
        }
        return get(first).getCharPositionInLine();
    }

    int line(int index) {
        return get(index).getLine();
    }
}
