package org.nnlang.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nnlang.grammar.NnLexer;

class EditorGrammarTest {
    @Test
    void colorsExactlyTheKeywordsOfTheLexer() throws IOException {
        String grammar = Files.readString(Path.of("../grammar/editors/vscode/syntaxes/nn.tmLanguage.json"));
        Set<String> colored = new TreeSet<>();
        Matcher groups = Pattern.compile("b\\(([a-z|]+)\\)").matcher(grammar);
        while (groups.find()) {
            Pattern.compile("\\|").splitAsStream(groups.group(1)).forEach(colored::add);
        }
        Set<String> keywords = new TreeSet<>();
        for (int type = 1; type <= NnLexer.VOCABULARY.getMaxTokenType(); type++) {
            String literal = NnLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && literal.matches("'[a-z]+'")) {
                keywords.add(literal.substring(1, literal.length() - 1));
            }
        }
        assertThat(colored).isEqualTo(keywords);
    }
}
