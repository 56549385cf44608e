package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;

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
            formulas(node.op()).forEach(numbers::declare);
        }
    }

    private static List<ScalarExpression> formulas(Op op) {
        if (op instanceof Op.Map map) {
            return List.of(map.expression());
        }
        RowProgram program = null;
        if (op instanceof Op.RowFormula formula) {
            program = formula.program();
        } else if (op instanceof Op.FusedDense dense) {
            program = dense.function();
        }
        return program == null
                ? List.of()
                : program.statements().stream()
                        .map(RowProgram.Statement::expression)
                        .toList();
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
        NameScope locals = new NameScope(Set.of("workspace", "values", "from", "rows", "width"));
        CodeBlock.Builder code = CodeBlock.builder();
        String index = locals.take("i");
        List<CodeBlock> elements = List.of(CodeBlock.of("values[$L]", index));
        CodeBlock values = CodeBlock.of("values");
        if (program.isElementwise()) {
            String to = locals.take("to");
            code.addStatement("int $L = from + rows * width", to);
            new RowBody(formulas(), locals, elements, values, index, CodeBlock.of("from"), CodeBlock.of("$L", to))
                    .write(code, program, input -> values, values);
        } else {
            String row = locals.take("row");
            String begin = locals.take("begin");
            String end = locals.take("end");
            code.beginControlFlow("for (int $1L = 0; $1L < rows; $1L++)", row);
            code.addStatement("int $L = from + $L * width", begin, row);
            code.addStatement("int $L = $L + width", end, begin);
            new RowBody(formulas(), locals, elements, values, index, CodeBlock.of(begin), CodeBlock.of(end))
                    .write(code, program, input -> values, values);
            code.endControlFlow();
        }
        return MethodSpec.methodBuilder("apply")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WORKSPACE, "workspace")
                .addParameter(float[].class, "values")
                .addParameter(int.class, "from")
                .addParameter(int.class, "rows")
                .addParameter(int.class, "width")
                .addCode(code.build())
                .build();
    }
}
