package org.nnlang.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Shape;

class CsvFileTest extends CsvFolder {
    private final CsvColumns species = CsvColumns.predicting(CsvColumn.category("species"));

    @Test
    void readsNumbersAndClasses() throws IOException {
        CsvExamples iris = file("length,species,width", "5.1,setosa,3.5", "7,virginica,3.2e0", "-4,setosa,+.5")
                .read(species);

        assertThat(iris.size()).isEqualTo(3);
        assertThat(iris.inputShapes()).containsExactly(Shape.of(2));
        assertThat(iris.targetShapes()).containsExactly(Shape.of(1));
        assertThat(input(iris, 0)).containsExactly(5.1f, 3.5f);
        assertThat(input(iris, 1)).containsExactly(7, 3.2f);
        assertThat(input(iris, 2)).containsExactly(-4, 0.5f);
        assertThat(target(iris, 1)).containsExactly(1);
        assertThat(iris.classes()).containsExactly("setosa", "virginica");
        assertThat(iris.inputNames()).containsExactly("length", "width");
    }

    @Test
    void readsTheColumnsAskedForInTheirOrder() throws IOException {
        CsvExamples examples = file("a,b,c,d", "1,2,3,4", "5,6,7,8")
                .read(new CsvColumns(
                        List.of(CsvColumn.number("c"), CsvColumn.number(0)),
                        List.of(CsvColumn.number("d"), CsvColumn.number("b"))));

        assertThat(input(examples, 1)).containsExactly(7, 5);
        assertThat(target(examples, 1)).containsExactly(8, 6);
        assertThat(examples.classes()).isEmpty();
    }

    @Test
    void readsWithoutHeaderAndWithoutTarget() throws IOException {
        CsvFormat format = CsvFormat.DEFAULT.withoutHeader().withDelimiter(';');
        CsvExamples examples = file(format, "1;2;a", "3;4;b").read(CsvColumns.predicting(CsvColumn.oneHot(2)));
        assertThat(input(examples, 0)).containsExactly(1, 2);
        assertThat(target(examples, 1)).containsExactly(0, 1);
        assertThat(examples.inputNames()).containsExactly("0", "1");

        CsvExamples untargeted = file(format, "1;2", "3;4").read(CsvColumns.predicting());
        assertThat(untargeted.targetShapes()).isEmpty();
        assertThat(input(untargeted, 1)).containsExactly(3, 4);
    }

    @Test
    void copiesIntoAPlaceOfABatch() throws IOException {
        CsvExamples examples = file("x,colour,y", "1,red,a", "2,blue,b")
                .read(new CsvColumns(
                        List.of(CsvColumn.oneHot("colour"), CsvColumn.number("x")), List.of(CsvColumn.oneHot("y"))));
        float[][] inputs = {{9, 9, 9, 9, 9, 9}};
        float[][] targets = {{9, 9, 9, 9}};

        examples.copy(0, inputs, targets, 1);

        assertThat(inputs[0]).containsExactly(9, 9, 9, 0, 1, 1);
        assertThat(targets[0]).containsExactly(9, 9, 1, 0);
        assertThat(examples.inputNames()).containsExactly("colour=blue", "colour=red", "x");
    }

    @Test
    void understandsQuotesBlanksAndLineBreaks() throws IOException {
        CsvFile quoted = file(
                " \"the, x\" ".strip() + ", species ", "\"1\",\"se\"\"to\nsa\"", "", "   ", " 2 , \tplain ", "", "");
        CsvExamples examples = quoted.read(species);
        assertThat(examples.inputNames()).containsExactly("the, x");
        assertThat(examples.size()).isEqualTo(2);
        assertThat(examples.classes()).containsExactly("plain", "se\"to\nsa");

        CsvFormat single = CsvFormat.DEFAULT.withQuote('\'').withDelimiter('\t');
        assertThat(file(single, "x\tspecies", "1\t'a\tb'").read(species).classes())
                .containsExactly("a\tb");
    }

    @Test
    void understandsOtherSystemsFiles() throws IOException {
        CsvFile windows = file(CsvFormat.DEFAULT.withCharset(StandardCharsets.ISO_8859_1), "x,species\r", "1,Bär\r");
        assertThat(windows.read(species).classes()).containsExactly("Bär");

        CsvFile marked = file("\ufeffspecies,x", "Bär,1");
        assertThat(Files.readAllBytes(marked.path())).startsWith(0xef, 0xbb, 0xbf);
        assertThat(marked.read(species).classes()).containsExactly("Bär");

        CsvFile unended = file("species,x", "a,1");
        Files.writeString(unended.path(), "species,x\na,1\nb,2");
        assertThat(unended.read(species).size()).isEqualTo(2);
    }

    @Test
    void tellsOfEachLineLeftOut() throws IOException {
        CsvFile file = file("x,species", "1,b", "2", "three,z", "4,a", ",y", "5,b");
        List<String> problems = new ArrayList<>();

        CsvExamples examples = file.read(species, problem -> problems.add(problem.line() + problem.getMessage()));

        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).startsWith("3").contains("expected 2 fields as in the first line, found 1");
        assertThat(problems.get(1)).startsWith("4").contains("column 'x': expected a number, found \"three\"");
        assertThat(problems.get(2)).startsWith("6").contains("column 'x': expected a number, found no value");
        assertThat(examples.size()).isEqualTo(3);
        assertThat(examples.classes()).containsExactly("a", "b");
        assertThat(input(examples, 2)).containsExactly(5);
    }

    @Test
    void forgetsTheCategoriesOfLinesLeftOutOnly() throws IOException {
        CsvFile file = file("species,x", "a,1", "never,bad", "b,2", "a", "c,3");
        CsvExamples examples =
                file.read(CsvColumns.predicting(CsvColumn.category("species").inOrderOfAppearance()), problem -> {});
        assertThat(examples.classes()).containsExactly("a", "b", "c");
        assertThat(target(examples, 2)).containsExactly(2);
    }

    @Test
    void readsManyLines() throws IOException {
        String[] lines = new String[100_001];
        lines[0] = "x,species";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = i + "," + i % 7;
        }
        CsvExamples examples = file(lines).read(species);
        assertThat(examples.size()).isEqualTo(100_000);
        for (int i : new int[] {0, 32_767, 32_768, 65_535, 65_536, 99_999}) {
            assertThat(input(examples, i)).containsExactly(i + 1);
            assertThat(target(examples, i)).containsExactly((i + 1) % 7);
        }
    }
}
