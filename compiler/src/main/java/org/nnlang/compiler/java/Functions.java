package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.RowProgram;

/**
 * The functions that the steps of one model call: functions of numbers as static methods, functions of rows as classes with one
 * instance each.
 */
final class Functions {
    private final ModelNames names;
    private final NumberFunctions numbers;
    private final Map<RowProgram, String> ofRows = new LinkedHashMap<>();
    private final List<FieldSpec> constants = new ArrayList<>();
    private final List<TypeSpec> types = new ArrayList<>();

    /** Prepares the functions of a graph: they have the first choice of names. */
    Functions(Graph graph, ModelNames names) {
        this.names = names;
        this.numbers = new NumberFunctions(names::takeFunction);
        for (Node node : graph.nodes()) {
            LoopPlan.formulas(node).forEach(numbers::declare);
        }
    }

    /** Writes formulas that may call these functions. */
    FormulaWriter formulas() {
        return numbers.formulas();
    }

    /** One method a function of numbers, in the order in which they were asked for. */
    List<MethodSpec> methods() {
        return numbers.methods();
    }

    /** One constant a function of rows. */
    List<FieldSpec> constants() {
        return constants;
    }

    /** One class a function of rows. */
    List<TypeSpec> types() {
        return types;
    }

    /** The name of the constant of a function of rows. */
    String constant(RowProgram program) {
        String known = ofRows.get(program);
        if (known != null) {
            return known;
        }
        String name = names.takeConstant(program.name());
        ofRows.put(program, name);
        ClassName type = names.takePrivateType(program.name());
        constants.add(
                FieldSpec.builder(RuntimeTypes.ROW_FUNCTION, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", type)
                        .build());
        types.add(TypeSpec.classBuilder(type)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.ROW_FUNCTION)
                .addMethod(apply(program))
                .build());
        return name;
    }

    private MethodSpec apply(RowProgram program) {
        return MethodSpec.methodBuilder("apply")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WORKSPACE, "workspace")
                .addParameter(float[].class, "values")
                .addParameter(int.class, "from")
                .addParameter(int.class, "rows")
                .addParameter(int.class, "width")
                .addCode(new RowFunctionBody(formulas(), program).write())
                .build();
    }
}
