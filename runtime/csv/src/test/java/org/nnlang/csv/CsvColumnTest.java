package org.nnlang.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.data.Examples;

class CsvColumnTest extends CsvFolder {
    @Test
    void ordersCategories() throws IOException {
        CsvFile texts = file("x,y", "1,b", "2,B", "3,a", "4,b");
        assertThat(classes(texts, CsvColumn.category("y"))).containsExactly("B", "a", "b");
        assertThat(classes(texts, CsvColumn.category("y").inOrderOfAppearance()))
                .containsExactly("b", "B", "a");
        assertThat(classes(texts, CsvColumn.category("y").among("a", "b", "c", "B")))
                .containsExactly("a", "b", "c", "B");

        CsvFile numbers = file("x,y", "1,10", "2,9", "3,-1", "4,1.5");
        assertThat(classes(numbers, CsvColumn.category("y"))).containsExactly("-1", "1.5", "9", "10");
        CsvFile mixed = file("x,y", "1,10", "2,9", "3,a");
        assertThat(classes(mixed, CsvColumn.category("y"))).containsExactly("10", "9", "a");
        assertThat(target(mixed.read(CsvColumns.predicting(CsvColumn.oneHot("y"))), 1))
                .containsExactly(0, 1, 0);
    }

    private static List<String> classes(CsvFile file, CsvColumn column) throws IOException {
        CsvExamples examples = file.read(CsvColumns.predicting(column));
        float index = target(examples, 0)[0];
        assertThat(examples.classes().get((int) index)).isIn("b", "10");
        return examples.classes();
    }

    @Test
    void readsATestFileAsTheTrainingFile() throws IOException {
        CsvColumns columns = new CsvColumns(
                List.of(CsvColumn.number("age").orMean(), CsvColumn.oneHot("colour")),
                List.of(CsvColumn.category("kind").inOrderOfAppearance()));
        CsvExamples train =
                file("age,colour,kind", "1,red,z", ",blue,y", "5,green,x").read(columns);
        assertThat(input(train, 1)).containsExactly(3, 1, 0, 0);

        CsvExamples test = file("kind,age,colour", "x,,green", "z,7,red").read(train.columns());

        assertThat(input(test, 0)).containsExactly(3, 0, 1, 0);
        assertThat(target(test, 0)).containsExactly(2);
        assertThat(input(test, 1)).containsExactly(7, 0, 0, 1);
        assertThat(test.columns()).isEqualTo(train.columns());
    }

    @Test
    void refusesCategoriesThatWereNotTrainedOn() throws IOException {
        CsvExamples train = file("x,y", "1,setosa", "2,virginica").read(CsvColumns.predicting(CsvColumn.category("y")));
        CsvFile test = file("x,y", "1,setosa", "2,virginca");
        assertRefused(
                test,
                3,
                "column 'y': found \"virginca\", which is none of the 2 categories that the training file or the caller"
                        + " gave; did you mean \"virginica\"? Correct it, or train with examples of it",
                () -> test.read(train.columns()));
    }

    @Test
    void fillsMissingValues() throws IOException {
        CsvFormat format = CsvFormat.DEFAULT.withMissing("", "?", "NA");
        CsvExamples examples = file(format, "x,y,colour", "?,1,red", "4,NA,", "2,3,?")
                .read(new CsvColumns(
                        List.of(
                                CsvColumn.number("x").orMean(),
                                CsvColumn.number("y").orElse(-1),
                                CsvColumn.category("colour").orElse("none")),
                        List.of()));
        assertThat(input(examples, 0)).containsExactly(3, 1, 1);
        assertThat(input(examples, 1)).containsExactly(4, -1, 0);
        assertThat(input(examples, 2)).containsExactly(2, 3, 0);
    }

    @Test
    void refusesMissingValuesUnlessTold() throws IOException {
        CsvFile file = file("x,colour,z", "1,red,", "2,,");
        assertRefused(
                file,
                3,
                "column 'colour': expected a category, found no value: fill it in, or say what to take instead by"
                        + " CsvColumn.orElse",
                () -> file.read(new CsvColumns(List.of(CsvColumn.oneHot("colour")), List.of())));
        assertRefused(
                file,
                2,
                "column 'z': expected a number, found no value: fill it in, or say what to take instead by"
                        + " CsvColumn.orElse or orMean",
                () -> file.read(new CsvColumns(List.of(CsvColumn.number("z")), List.of())));
        assertRefused(
                file,
                1,
                "column 'z': no line has a value, so there is no mean: leave the column out, or give a number",
                () -> file.read(new CsvColumns(List.of(CsvColumn.number("z").orMean()), List.of())));
    }

    @Test
    void standardisesNumbersAlone() throws IOException {
        CsvColumns columns = new CsvColumns(
                List.of(CsvColumn.oneHot("colour"), CsvColumn.number("x")), List.of(CsvColumn.number("y")));
        CsvExamples train = file("x,colour,y", "1,red,1", "5,blue,2").read(columns);
        Examples test =
                train.standardization().apply(file("x,colour,y", "9,red,7").read(train.columns()));

        float[][] inputs = {new float[3]};
        float[][] targets = {new float[1]};
        test.copy(0, inputs, targets, 0);

        // The mean of 1 and 5 is 3, their deviation 2.
        assertThat(inputs[0]).containsExactly(0, 1, 3);
        assertThat(targets[0]).containsExactly(7);
    }

    @Test
    void refusesSettingsThatContradict() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.category("y").orMean())
                .withMessage("column 'y': a missing category cannot be a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.number(2).orElse("a"))
                .withMessage("column 2: a missing number cannot be a category");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.category("y").among("a", "b", "a"))
                .withMessage("column 'y': a category is listed twice in [a, b, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.category("y").among());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.number("y").among("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.number("y").orElse(Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> CsvColumn.number(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> CsvFormat.DEFAULT.withDelimiter('"'));
    }
}
