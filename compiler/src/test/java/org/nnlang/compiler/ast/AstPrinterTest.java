package org.nnlang.compiler.ast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.syntax.NnParser;
import org.nnlang.compiler.testing.Sources;

class AstPrinterTest {
    static List<SourceFile> valid() {
        return Sources.valid();
    }

    private static String print(String text) {
        Diagnostics diagnostics = new Diagnostics();
        String printed = AstPrinter.print(NnParser.parse(new SourceFile("test.nn", text), diagnostics));
        assertThat(diagnostics.all()).as(text).isEmpty();
        return printed;
    }

    /** The words alone, without layout. */
    private static String words(String text) {
        return text.replaceAll("[\\s\\uFEFF]", "");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void keepsEveryWordAndSettlesAtOnce(SourceFile file) {
        String printed = print(file.text());
        assertThat(words(printed)).isEqualTo(words(file.text()));
        assertThat(print(printed)).isEqualTo(printed);
    }

    @Test
    void laysOutWhatWasWrittenCarelessly() {
        String text = """
                // The first.
                package   a.b
                import nn.torch.Linear as L // beside


                /// Doc.
                ///
                ///   More.
                model M(n=3,) { // head
                    input x:[ n ]
                  // before
                  output y:[2]=x->h:Dense(n,relu)
                     ->if n>2 then Dense(2) else Dense( 2 ) // last
                } // end
                activation f(x)=if x>0 then x else-x
                """;
        assertThat(print(text)).isEqualTo("""
                // The first.
                package a.b
                import nn.torch.Linear as L  // beside

                /// Doc.
                ///
                /// More.
                model M(n = 3) {  // head
                  input x: [n]
                  // before
                  output y: [2] =
                    x -> h: Dense(n, relu)
                      -> (if n > 2 then Dense(2) else Dense(2))  // last
                }  // end
                activation f(x) = if x > 0 then x else -x
                """);
        assertThat(print(print(text))).isEqualTo(print(text));
    }

    @Test
    void breaksLongPipes() {
        String text = "layer L() = " + "Dense(100, sigmoid) -> ".repeat(6) + "Dense(1)\n";
        assertThat(print(text))
                .startsWith(
                        "layer L() =\n  Dense(100, sigmoid) -> Dense(100, sigmoid)\n                      -> Dense");
        assertThat(print(print(text))).isEqualTo(print(text));
    }
}
