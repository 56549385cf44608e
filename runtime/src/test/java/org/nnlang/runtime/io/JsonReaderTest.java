package org.nnlang.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.runtime.ModelFormatException;

class JsonReaderTest {
    @Test
    void readsEveryKindOfValue() throws ModelFormatException {
        String text = " { \"a\\u00e9\\ud83d\\ude00\\n\\/\" : [ 1 , -0.5e+3, true, null ] ,\t\"b\":{},\"c\":[] } \n";

        assertThat(JsonReader.read(text, "header"))
                .isEqualTo(new Json.Members(Map.of(
                        "a\u00e9\ud83d\ude00\n/",
                                new Json.Items(List.of(
                                        new Json.Digits("1"),
                                        new Json.Digits("-0.5e+3"),
                                        new Json.Word("true"),
                                        new Json.Word("null"))),
                        "b", new Json.Members(Map.of()),
                        "c", new Json.Items(List.of()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ the text ends too early, found the end",
                "{ ~ the text ends too early",
                "{\"a\" ~ the text ends too early",
                "\"a ~ the text ends too early",
                "{\"a\":1,} ~ expected '\"', found '}'",
                "{a:1} ~ expected '\"', found 'a:1}'",
                "{\"a\" 1} ~ expected ':', found '1}'",
                "{\"a\":1 \"b\":2} ~ expected '}'",
                "[1,] ~ expected a value, found ']'",
                "[1 2] ~ expected ']'",
                "[1] 2 ~ expected the end, found '2'",
                "01 ~ expected the end",
                "+1 ~ expected a value",
                "1. ~ expected the end",
                ".5 ~ expected a value",
                "NaN ~ expected a value",
                "nul ~ expected a value",
                "'a' ~ expected a value",
                "\"\\x\" ~ unknown escape",
                "\"\\u12g4\" ~ expected four hexadecimal digits, found 'g4\"'",
                "\"\\u\u0661\u0661\u0661\u0661\" ~ expected four hexadecimal digits",
                "\"\\ud800\" ~ half of a surrogate pair",
                "\"\\ude00\\ud83d\" ~ half of a surrogate pair",
                "\"a\u0001\" ~ a control character must be escaped, found '\\u0001\"'",
                "{\"a\":1,\"b\":2,\"a\":1} ~ bad JSON at character 13: the key 'a' is there twice",
                "{\"a\":1,\"\\u0061\":1} ~ the key 'a' is there twice",
            })
    void refusesWhatIsNotJson(String text, String problem) {
        assertThatThrownBy(() -> JsonReader.read(text, "x.safetensors: header"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("x.safetensors: header: bad JSON at character ")
                .hasMessageContaining(problem);
    }

    @Test
    void capsNesting() throws ModelFormatException {
        int deepest = JsonReader.MAXIMUM_DEPTH;
        assertThat(JsonReader.read("[".repeat(deepest) + "]".repeat(deepest), "header"))
                .isInstanceOf(Json.Items.class);

        assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000), "header"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("nested deeper than 32");
    }
}
