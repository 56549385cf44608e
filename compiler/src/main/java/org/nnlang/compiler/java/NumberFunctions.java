package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarFunction;

/** The functions of numbers that the formulas of one class call, as static methods. */
final class NumberFunctions {
    private final UnaryOperator<String> takeName;
    private final FormulaWriter formulas = new FormulaWriter(new JavaExpressions(this::name));
    private final Map<ScalarFunction, String> names = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    /**
     * No functions yet.
     *
     * @param takeName makes the name of a method of the name of a function
     */
    NumberFunctions(UnaryOperator<String> takeName) {
        this.takeName = takeName;
    }

    /** Gives the functions that a formula calls their names, before others take them. */
    void declare(ScalarExpression formula) {
        if (formula instanceof ScalarExpression.Invoke invoke) {
            name(invoke.function());
        }
        formula.children().forEach(this::declare);
    }

    /** Writes formulas that may call these functions. */
    FormulaWriter formulas() {
        return formulas;
    }

    /** One method a function, in the order in which they were asked for. */
    List<MethodSpec> methods() {
        return methods;
    }

    /** The name of the method of a function. */
    private String name(ScalarFunction function) {
        String known = names.get(function);
        if (known != null) {
            return known;
        }
        String name = takeName.apply(function.name());
        names.put(function, name);
        NameScope locals = new NameScope(Set.of());
        List<String> parameters = function.parameters().stream()
                .map(parameter -> locals.take(JavaNames.variableName(parameter)))
                .toList();
        CodeBlock.Builder body = CodeBlock.builder();
        CodeBlock result =
                formulas.write(function.body(), body, locals, index -> CodeBlock.of("$L", parameters.get(index)));
        body.addStatement("return $L", result);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(float.class)
                .addCode(body.build());
        parameters.forEach(parameter -> method.addParameter(float.class, parameter));
        if (!function.configuration().isEmpty()) {
            method.addJavadoc("$L", JavadocText.escape(String.join(", ", function.configuration())) + ".");
        }
        methods.add(method.build());
        return name;
    }
}
