package org.nnlang.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.Sources;

class NnParserTest {
    static List<SourceFile> valid() {
        return Sources.valid();
    }

    private static CompilationUnit parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        CompilationUnit unit = NnParser.parse(new SourceFile("test.nn", text), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return unit;
    }

    private static Expression expression(String text) {
        return ((ConstantDeclaration) parse("let e = " + text).declarations().get(0)).value();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void isNeverAmbiguous(SourceFile file) {
        org.nnlang.grammar.NnParser parser = new org.nnlang.grammar.NnParser(
                new CommonTokenStream(new ListTokenSource(Tokens.of(file).all())));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.addErrorListener(new DiagnosticErrorListener(true) {
            @Override
            public void reportAttemptingFullContext(
                    Parser recognizer,
                    DFA dfa,
                    int start,
                    int stop,
                    java.util.BitSet alternatives,
                    ATNConfigSet configurations) {}

            @Override
            public void reportContextSensitivity(
                    Parser recognizer, DFA dfa, int start, int stop, int prediction, ATNConfigSet configurations) {}

            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException e) {
                throw new AssertionError(file + ":" + line + ":" + column + " " + message);
            }

            @Override
            public void reportAmbiguity(
                    Parser recognizer,
                    DFA dfa,
                    int start,
                    int stop,
                    boolean exact,
                    java.util.BitSet alternatives,
                    ATNConfigSet configurations) {
                Token token = recognizer.getTokenStream().get(start);
                throw new AssertionError(file + ":" + token.getLine() + " is ambiguous at " + token.getText());
            }
        });
        assertThat(parser.file()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void survivesMutations(SourceFile file) {
        Random random = new Random(file.name().hashCode());
        Tokens tokens = Tokens.of(file);
        List<String> words = tokens.all().stream()
                .filter(token -> token.getType() != Token.EOF)
                .map(Token::getText)
                .toList();
        for (int round = 0; round < 60; round++) {
            List<String> mutated = new java.util.ArrayList<>(words);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int place = random.nextInt(mutated.size());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.remove(place);
                    case 1 -> mutated.add(place, words.get(random.nextInt(words.size())));
                    default -> mutated.set(place, words.get(random.nextInt(words.size())));
                }
            }
            String text = String.join("", mutated);
            Diagnostics diagnostics = new Diagnostics();
            assertThatCode(() -> NnParser.parse(new SourceFile("mutated.nn", text), diagnostics))
                    .as(text)
                    .doesNotThrowAnyException();
            for (Diagnostic diagnostic : diagnostics.all()) {
                assertThat(diagnostic.span().start()).isBetween(0, text.length());
                assertThat(diagnostic.span().end()).isBetween(diagnostic.span().start(), text.length());
            }
        }
    }

    @Test
    void flattensPipesAndSumsOfThousands() {
        String pipe = IntStream.range(0, 3000).mapToObj(i -> "relu").collect(Collectors.joining(" -> "));
        assertThat(((Expression.Pipe) expression(pipe)).stages()).hasSize(3000);
        assertThat(expression("1" + " + 1".repeat(5000))).isInstanceOf(Expression.Binary.class);
    }

    @Test
    void bindsAsMathematicsDoes() {
        assertThat(shape("-a ^ 2")).isEqualTo("(- (a ^ 2))");
        assertThat(shape("a ^ b ^ c")).isEqualTo("(a ^ (b ^ c))");
        assertThat(shape("a - b - c * d")).isEqualTo("((a - b) - (c * d))");
        assertThat(shape("not a < b and c or d")).isEqualTo("(((not (a < b)) and c) or d)");
    }

    private static String shape(String text) {
        return shape(expression(text));
    }

    private static String shape(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return "(" + shape(binary.left()) + " " + binary.operator().symbol() + " " + shape(binary.right()) + ")";
        }
        if (expression instanceof Expression.Negate negate) {
            return "(- " + shape(negate.operand()) + ")";
        }
        return expression instanceof Expression.Not not
                ? "(not " + shape(not.operand()) + ")"
                : expression.span().text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "not ", "2 ^ ", "if a then b else ", "repeat 2 { ", "f("})
    void limitsNestingOfEveryKind(String opening) {
        Diagnostics diagnostics = new Diagnostics();
        NnParser.parse(new SourceFile("deep.nn", "let a = " + opening.repeat(20_000) + "1"), diagnostics);
        assertThat(diagnostics.all()).hasSize(1);
    }

    @Test
    void readsStringsNamesAndPlacesBeyondTheBasicPlane() {
        CompilationUnit unit = parse("let `a b` = \"\ud83d\ude00 \\\"x\\\"\\n\" let b = 1");
        assertThat(unit.declarations().get(0).name().text()).isEqualTo("a b");
        assertThat(((ConstantDeclaration) unit.declarations().get(0)).value())
                .isInstanceOfSatisfying(
                        Expression.StringLiteral.class,
                        string -> assertThat(string.value()).isEqualTo("\ud83d\ude00 \"x\"\n"));
        assertThat(unit.declarations().get(1).span().text()).isEqualTo("let b = 1");
    }

    @Test
    void parsesLargeFiles() {
        String layer =
                "/// A layer.\nlayer L(n, act = relu) {\n  input x: [n]\n  output y = x + (x -> Dense(n, act) -> Dense(n)) * 0.5\n}\n";
        assertThat(parse(layer.repeat(1_000_000 / layer.length())).declarations())
                .hasSizeGreaterThan(9000);
        String deep = "model M {\n  input x: [4]\n  output y = x" + "\n    -> Dense(4, relu)".repeat(2000) + "\n}\n";
        assertThat(parse(deep).declarations()).hasSize(1);
    }
}
