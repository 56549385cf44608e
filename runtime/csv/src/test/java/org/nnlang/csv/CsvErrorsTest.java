package org.nnlang.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvErrorsTest extends CsvFolder {
    private final CsvColumns columns = CsvColumns.predicting(CsvColumn.number("y"));

    @Test
    void namesAShortAndALongRow() throws IOException {
        CsvFile file = file("x,y", "1,2", "\"3\",4", "5", "6,7");
        assertRefused(
                file,
                4,
                "expected 2 fields as in the first line, found 1: is a delimiter or a quote missing or too many?",
                () -> file.read(columns));
        CsvFile longer = file("x,y", "1,2,3");
        assertThatThrownBy(() -> longer.read(columns))
                .hasMessageContaining(":2: expected 2 fields")
                .hasMessageContaining("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1f", "0x10", "NaN", "Infinity", "1e", "--1", "1 2", ".", "1_000"})
    void namesWhatIsNoNumber(String text) throws IOException {
        CsvFile file = file("x,y", "1,2", text + ",2");
        assertRefused(
                file,
                3,
                "column 'x': expected a number, found \"" + text
                        + "\": correct it, list the text in CsvFormat.withMissing"
                        + " if it stands for no value, or read the column by CsvColumn.category or oneHot",
                () -> file.read(columns));
    }

    @Test
    void knowsDecimalCommasAndGreatNumbers() throws IOException {
        CsvFile comma = file(CsvFormat.DEFAULT.withDelimiter(';'), "x;y", "1,5;2");
        assertRefused(
                comma,
                2,
                "column 'x': expected a number, found \"1,5\": write numbers with a point, and without separators of"
                        + " thousands",
                () -> comma.read(columns));
        CsvFile great = file("x,y", "1e39,2");
        assertRefused(
                great,
                2,
                "column 'x': expected a number, found \"1e39\", which is beyond a float's range",
                () -> great.read(columns));
    }

    @Test
    void namesUnknownColumns() throws IOException {
        CsvFile file = file("width,height", "1,2");
        assertRefused(
                file,
                1,
                "there is no column 'heigth'; did you mean 'height'? There are width, height",
                () -> file.read(CsvColumns.predicting(CsvColumn.number("heigth"))));
        assertRefused(
                file,
                1,
                "there is no column 2: there are 2, counted from 0; is the delimiter the right one?",
                () -> file.read(CsvColumns.predicting(CsvColumn.number(2))));
        CsvFile semicolons = file("x;y", "1;2");
        assertRefused(
                semicolons,
                1,
                "there is no column 'y', only 'x;y': is the delimiter the right one?",
                () -> semicolons.read(columns));
        CsvFile headless = file(CsvFormat.DEFAULT.withoutHeader(), "1,2");
        assertThatThrownBy(() -> headless.read(columns))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("the format is one without a header: take its index");
    }

    @Test
    void refusesColumnsTakenTwice() throws IOException {
        CsvFile file = file("x,y", "1,2");
        assertRefused(
                file,
                1,
                "column 1 is taken twice: a column is one feature or one target",
                () -> file.read(new CsvColumns(List.of(CsvColumn.number("y")), List.of(CsvColumn.number(1)))));
        assertRefused(
                file,
                1,
                "all 2 columns are targets, so there is no feature left",
                () -> file.read(CsvColumns.predicting(CsvColumn.number(0), CsvColumn.number(1))));
        CsvFile twice = file("x,y,x", "1,2,3");
        assertRefused(
                twice,
                1,
                "the header has the name 'x' at column 0 and at column 2 (from 0): rename one, or if this line is no"
                        + " header, read with CsvFormat.withoutHeader",
                () -> twice.read(columns));
    }

    @Test
    void refusesFilesWithoutData() throws IOException {
        CsvFile empty = file("x,y");
        Files.writeString(empty.path(), "");
        assertRefused(empty, 1, "the file is empty", () -> empty.read(columns));
        CsvFile header = file("x,y", "", "");
        assertRefused(header, 1, "there is no line of data", () -> header.read(columns));
        CsvFile bad = file("x,y", "1");
        assertRefused(bad, 1, "there is no line of data that fits", () -> bad.read(columns, problem -> {}));
        CsvFile absent = new CsvFile(folder.resolve("absent.csv"));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> absent.read(columns))
                .withMessageContaining("absent.csv");
    }

    @Test
    void namesTheFirstBytesOfAnotherCharset() throws IOException {
        CsvFile file = file("x,y", "1,2");
        String lines = "x,y\n" + "1,2\n".repeat(10_000);
        Files.write(file.path(), (lines + "B\u00e4r,3\n" + lines).getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                file,
                10_002,
                "the byte E4 begins no character of UTF-8: give the charset in which the file was written by"
                        + " CsvFormat.withCharset, such as ISO-8859-1 or windows-1252",
                () -> file.read(columns));
        Files.write(file.path(), "\ufeffx,y\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> file.read(columns))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining(":1: the byte FF begins no character of UTF-8");
        Files.write(file.path(), new byte[] {'x', ',', 'y', '\n', '1', ',', (byte) 0xc3});
        assertThatThrownBy(() -> file.read(columns)).hasMessageContaining(":2: the byte C3 begins no character");
    }

    @Test
    void namesTheRecordOfABrokenQuote() throws IOException {
        CsvFile unended = file("x,y", "1,\"2", "\"", "\"3,4", "5,6");
        assertRefused(
                unended,
                4,
                "the record that begins here is not well-formed: Unclosed quoted field at end of input (record starting"
                        + " at line 4); a quote within a field is written twice, and the field in quotes",
                () -> unended.read(columns));
        CsvFile followed = file("x,y", "1,2", "\"3\"z,4", "5,6");
        assertRefused(
                followed,
                3,
                "the record that begins here is not well-formed: Unexpected character after closing quote: 'z' (0x7a)"
                        + " (record starting at line 3); a quote within a field is written twice, and the field in quotes",
                () -> followed.read(columns));
    }

    @Test
    void refusesMoreCategoriesThanAColumnCanHave() throws IOException {
        String[] lines = new String[(1 << 16) + 2];
        lines[0] = "x,id";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "1,customer" + i;
        }
        CsvFile file = file(lines);
        assertRefused(
                file,
                (1 << 16) + 2,
                "column 'id': found \"customer65537\", one more than the 65536 categories that a column can have: read it"
                        + " by CsvColumn.number, or leave it out",
                () -> file.read(CsvColumns.predicting(CsvColumn.category("id"))));
        CsvException problem = new CsvException(file.path(), 7, "x");
        assertThat(problem.file()).isEqualTo(file.path());
        assertThat(problem.line()).isEqualTo(7);
    }
}
