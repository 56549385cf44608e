package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {
    @ParameterizedTest
    @CsvSource({
        "DigitClassifier, DigitClassifier, digitClassifier, DIGIT_CLASSIFIER",
        "my_model, MyModel, myModel, MY_MODEL",
        "my_Sequential, MySequential, mySequential, MY_SEQUENTIAL",
        "leaky_relu, LeakyRelu, leakyRelu, LEAKY_RELU",
        "PReLU, PReLU, pReLU, P_RE_LU",
        "URLModel, URLModel, urlModel, URL_MODEL",
        "X, X, x, X",
        "residual[2].dense, Residual2Dense, residual2Dense, RESIDUAL2_DENSE",
        "class, Class, class_, CLASS",
        "record, Record, record_, RECORD",
        "int, Int, int_, INT",
        "2fast, N2fast, n2fast, N2FAST",
        "__, Unnamed, unnamed, UNNAMED",
        "größe, Größe, größe, GRÖSSE",
    })
    void spellsNames(String name, String type, String variable, String constant) {
        assertThat(JavaNames.className(name)).isEqualTo(type);
        assertThat(JavaNames.methodName(name)).isEqualTo(variable);
        assertThat(JavaNames.variableName(name)).isEqualTo(variable);
        assertThat(JavaNames.constantName(name)).isEqualTo(constant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class", "int", "true", "null", "_", "goto", "record", "var", "yield", "sealed", "permits", "while"
            })
    void refusesWordsOfJava(String name) {
        assertThat(JavaNames.problem(name)).isPresent().get().asString().contains("`" + name + "`");
        assertThat(SourceVersion.isName(JavaNames.variableName(name), SourceVersion.RELEASE_17))
                .isTrue();
        assertThat(SourceVersion.isName(JavaNames.className(name), SourceVersion.RELEASE_17))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"digit", "hidden1", "My_Model", "String", "x"})
    void acceptsEverythingElse(String name) {
        assertThat(JavaNames.problem(name)).isEmpty();
    }

    @Test
    void scopesGiveEachNameOnce() {
        NameScope scope = new NameScope(java.util.Set.of("count"));
        assertThat(scope.take("count")).isEqualTo("count2");
        assertThat(scope.take("count")).isEqualTo("count3");
        assertThat(scope.take("dense1")).isEqualTo("dense1");
        assertThat(scope.take("dense1")).isEqualTo("dense1_2");
        assertThat(scope.takePublic("name")).isEqualTo("name");
        assertThat(scope.takePublic("name")).isEqualTo("name_");
        NameScope inside = scope.inside();
        assertThat(inside.take("count")).isEqualTo("count4");
        assertThat(scope.take("count")).isEqualTo("count4");
    }
}
