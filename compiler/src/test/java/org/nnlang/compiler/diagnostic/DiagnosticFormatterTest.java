package org.nnlang.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

class DiagnosticFormatterTest {
    private static Span span(SourceFile file, String part) {
        int start = file.text().indexOf(part);
        assertThat(start).as("place of %s", part).isNotNegative();
        return new Span(file, start, start + part.length());
    }

    private static Diagnostic error(Span span, String label) {
        return Diagnostic.of(Code.UNEXPECTED_TEXT, span, "something is wrong", label);
    }

    private static String format(Diagnostic diagnostic) {
        return DiagnosticFormatter.format(diagnostic, false);
    }

    @Test
    void looksLikeTheExampleOfTheLanguage() {
        SourceFile file =
                new SourceFile("faces.nn", "model Faces {\n  input x: [64]\n  output y = x + (x -> Dense(32))\n}\n");
        Diagnostic diagnostic = Diagnostic.of(Code.UNEQUAL_SHAPES, span(file, "+"), "cannot add [64] and [32]", "")
                .because(span(file, "[64]"), "left side is [64], declared here")
                .because(span(file, "Dense(32)"), "right side is [32], decided by this layer")
                .help("a skip connection needs equal widths: `Dense(64)`");
        assertThat(format(diagnostic)).isEqualTo("""
                error[N301]: cannot add [64] and [32]
                 --> faces.nn:3:16
                  |
                2 |   input x: [64]
                  |            ---- left side is [64], declared here
                3 |   output y = x + (x -> Dense(32))
                  |                ^       --------- right side is [32], decided by this layer
                  = help: a skip connection needs equal widths: `Dense(64)`
                """);
    }

    @Test
    void hangsLabelsThatDoNotFitBesideEachOther() {
        SourceFile file = new SourceFile("a.nn", "one two three");
        Diagnostic diagnostic = error(span(file, "two"), "second")
                .because(span(file, "one"), "first")
                .because(span(file, "three"), "third");
        assertThat(format(diagnostic)).isEqualTo("""
                error[N101]: something is wrong
                 --> a.nn:1:5
                  |
                1 | one two three
                  | --- ^^^ ----- third
                  | |   |
                  | |   second
                  | first
                """);
    }

    @Test
    void hangsBothLabelsOfOverlappingPlaces() {
        SourceFile file = new SourceFile("a.nn", "let y = a + b");
        Diagnostic diagnostic = error(span(file, "+"), "here").because(span(file, "a + b"), "in this sum");
        assertThat(format(diagnostic)).isEqualTo("""
                error[N101]: something is wrong
                 --> a.nn:1:11
                  |
                1 | let y = a + b
                  |         --^
                  |         | |
                  |         | here
                  |         in this sum
                """);
    }

    @Test
    void leavesDistantLinesOutAndWidensTheGutter() {
        String text = "first\n" + "\n".repeat(8) + "tenth\nsecond\nlast\n";
        SourceFile file = new SourceFile("a.nn", text);
        Diagnostic diagnostic =
                error(span(file, "last"), "").because(span(file, "first"), "a").because(span(file, "tenth"), "b");
        assertThat(format(diagnostic)).isEqualTo("""
                error[N101]: something is wrong
                  --> a.nn:12:1
                   |
                1  | first
                   | ----- a
                ...
                10 | tenth
                   | ----- b
                11 | second
                12 | last
                   | ^^^^
                """);
    }

    @Test
    void showsPlacesOfOtherFilesInBlocksOfTheirOwn() {
        SourceFile file = new SourceFile("a.nn", "Wide(3)");
        SourceFile other = new SourceFile("lib/wide.nn", "layer Wide(n) {}");
        Diagnostic diagnostic = error(span(file, "Wide"), "used here").because(span(other, "Wide"), "declared here");
        assertThat(format(diagnostic)).isEqualTo("""
                error[N101]: something is wrong
                 --> a.nn:1:1
                  |
                1 | Wide(3)
                  | ^^^^ used here
                 ::: lib/wide.nn:1:7
                  |
                1 | layer Wide(n) {}
                  |       ---- declared here
                """);
    }

    @Test
    void expandsTabsAndCountsWideCharacters() {
        SourceFile file = new SourceFile("a.nn", "\t\"\u65e5\u672c\" bad");
        assertThat(format(error(span(file, "bad"), ""))).isEqualTo("""
                error[N101]: something is wrong
                 --> a.nn:1:7
                  |
                1 |     "\u65e5\u672c" bad
                  |            ^^^
                """);
    }

    @Test
    void underlinesAPlaceOfSeveralLinesToTheEndOfItsFirst() {
        SourceFile file = new SourceFile("a.nn", "let y = (a +\n  b)");
        assertThat(format(error(span(file, "(a +\n  b)"), "this"))).contains("  |         ^^^^ this\n");
    }

    @Test
    void marksTheEndOfTheFileAndEmptyPlaces() {
        SourceFile file = new SourceFile("a.nn", "let y =");
        assertThat(format(error(new Span(file, 7, 7), "here"))).contains("1 | let y =\n  |        ^ here\n");
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        SourceFile file = new SourceFile("a.nn", "a".repeat(500) + " bad " + "b".repeat(500));
        String text = format(error(span(file, "bad"), "here"));
        assertThat(text).contains("1 | ...aaaa").contains("bad bbb").contains("bbb...\n");
        List<String> lines = text.lines().toList();
        assertThat(lines.get(4).indexOf("^^^")).isEqualTo(lines.get(3).indexOf("bad"));
    }

    @Test
    void colorsWithoutChangingTheText() {
        SourceFile file = new SourceFile("a.nn", "one two");
        Diagnostic diagnostic = error(span(file, "one"), "here")
                .because(span(file, "two"), "there")
                .help("do it");
        String colored = DiagnosticFormatter.format(diagnostic, true);
        assertThat(colored).contains("\033[1;31m").isNotEqualTo(format(diagnostic));
        assertThat(colored.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(format(diagnostic));
    }

    @Test
    void separatesSeveralByAnEmptyLine() {
        SourceFile file = new SourceFile("a.nn", "one two");
        Diagnostic diagnostic = error(span(file, "one"), "");
        assertThat(DiagnosticFormatter.formatAll(List.of(diagnostic, diagnostic), false))
                .isEqualTo(format(diagnostic) + "\n" + format(diagnostic));
    }

    @Test
    void saysTheSameInJson() {
        SourceFile file = new SourceFile("a.nn", "one\ntwo");
        Diagnostic diagnostic = Diagnostic.of(Code.UNEXPECTED_TEXT, span(file, "two"), "a \"b\"\n", "here")
                .because(span(file, "one"), "there")
                .help("C:\\x");
        assertThat(JsonFormatter.formatAll(List.of(diagnostic))).isEqualTo("""
                {"code":"N101","severity":"error","message":"a \\"b\\"\\u000a","file":"a.nn","line":2,"column":1,\
                "endLine":2,"endColumn":4,"label":"here","related":[{"file":"a.nn","line":1,"column":1,"endLine":1,\
                "endColumn":4,"label":"there"}],"help":["C:\\\\x"]}
                """);
    }
}
