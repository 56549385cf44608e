package org.nnlang.compiler.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.pass.LossProgram;

/** Writes the Java class of a loss: its value and its gradient for rows of any length. */
public final class LossGenerator {
    private static final Set<String> ARGUMENTS =
            Set.of("predictions", "targets", "rows", "width", "losses", "gradients");

    private final CheckedLoss loss;
    private final LossProgram program;
    private final ClassName type;
    private final NameScope fields = new NameScope(ARGUMENTS);
    private final List<String> settings = new ArrayList<>();
    private final NumberFunctions functions;

    /** The names of a method's variables. */
    private record Names(String length, String row, String begin, String end, String index) {}

    private LossGenerator(CheckedLoss loss, LossProgram program, String packageName) {
        this.loss = loss;
        this.program = program;
        this.type = ClassName.get(packageName, JavaNames.className(loss.name()));
        NameScope methods = new NameScope(Set.of("name", "targetWidth", "evaluate", "form", "toString"));
        this.functions = new NumberFunctions(name -> methods.take(JavaNames.methodName(name)));
        loss.settings().forEach(setting -> settings.add(fields.take(JavaNames.variableName(setting.name()))));
    }

    /**
     * Generates the file of a loss.
     *
     * @param packageName the Java package that it goes to
     */
    public static CompilationResult.JavaFile generate(CheckedLoss loss, LossProgram program, String packageName) {
        LossGenerator generator = new LossGenerator(loss, program, packageName);
        String text = SourceLayout.tidy(JavaFile.builder(packageName, generator.type())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString());
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return new CompilationResult.JavaFile(
                folder + generator.type.simpleName() + ".java",
                text,
                loss.span().file().name());
    }

    private TypeSpec type() {
        MethodSpec evaluate = evaluate();
        String documentation = JavadocText.paragraphs(loss.documentation());
        TypeSpec.Builder spec = TypeSpec.classBuilder(type)
                .addJavadoc("$L\n", documentation.isEmpty() ? "The loss {@code " + loss.name() + "}." : documentation)
                .addJavadoc("\n<p>Generated from $L.\n", StepComments.place(loss.span()))
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                        .addMember("value", "$S", "nnlang")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.LOSS);
        settings.forEach(setting -> spec.addField(float.class, setting, Modifier.PRIVATE, Modifier.FINAL));
        constructors(spec);
        spec.addMethod(MethodSpec.methodBuilder("name")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $S", loss.name())
                .build());
        spec.addMethod(MethodSpec.methodBuilder("targetWidth")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(int.class, "width")
                .returns(int.class)
                .addStatement("return $L", loss.targetIsNumber() ? "1" : "width")
                .build());
        spec.addMethod(evaluate);
        spec.addMethod(text());
        functions.methods().forEach(spec::addMethod);
        return spec.build();
    }

    /** Says the settings too: by them a checkpoint tells two losses of one name apart. */
    private MethodSpec text() {
        CodeBlock.Builder text = CodeBlock.builder().add("$S", loss.name());
        for (int i = 0; i < settings.size(); i++) {
            String before = (i == 0 ? "(" : ", ") + loss.settings().get(i).name() + "=";
            text = i == 0
                    ? CodeBlock.builder().add("$S + $L", loss.name() + before, settings.get(i))
                    : text.add(" + $S + $L", before, settings.get(i));
        }
        if (!settings.isEmpty()) {
            text.add(" + $S", ")");
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", text.build())
                .build();
    }

    private void constructors(TypeSpec.Builder spec) {
        String defaults = loss.settings().stream()
                .map(setting -> setting.name() + " = " + FloatLiterals.ofDouble(setting.defaultValue()))
                .collect(Collectors.joining(", "));
        MethodSpec.Builder simple = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        if (settings.isEmpty()) {
            spec.addMethod(simple.addJavadoc("Makes the loss, which has no settings.\n")
                    .build());
            return;
        }
        CodeBlock values = loss.settings().stream()
                .map(setting -> FloatLiterals.ofDouble(setting.defaultValue()))
                .collect(CodeBlock.joining(", "));
        spec.addMethod(simple.addJavadoc("The loss with its defaults: {@code $L}.\n", defaults)
                .addStatement("this($L)", values)
                .build());
        MethodSpec.Builder full = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The loss with settings of your own; the defaults are {@code $L}.\n", defaults);
        settings.forEach(setting -> full.addParameter(double.class, setting));
        settings.forEach(setting -> full.addStatement("this.$1L = (float) $1L", setting));
        spec.addMethod(full.build());
    }

    private MethodSpec evaluate() {
        for (RowProgram.Statement statement : program.value()) {
            functions.declare(statement.expression());
        }
        NameScope locals = new NameScope(ARGUMENTS);
        settings.forEach(locals::take);
        String length = locals.take("n");
        String row = locals.take("row");
        String begin = locals.take("begin");
        String end = locals.take("end");
        String index = locals.take("i");
        Names names = new Names(length, row, begin, end, index);
        KeptPart kept = KeptPart.of(program).orElse(null);
        CodeBlock.Builder code = CodeBlock.builder();
        if (usesLength()) {
            code.addStatement("float $L = width", length);
        }
        if (kept != null && kept.isAhead()) {
            ahead(code, kept, names, locals.inside());
        }
        List<RowProgram.Statement> all = new ArrayList<>(program.value());
        all.addAll(program.gradient());
        RowBody body = row(code, kept, all, names, locals);
        body.write(code, program.value(), CodeBlock.of("losses[$L]", row));
        CodeBlock.Builder gradient = CodeBlock.builder();
        body.write(gradient, program.gradient(), CodeBlock.of(""));
        if (!gradient.isEmpty()) {
            code.beginControlFlow("if (gradients != null)")
                    .add(gradient.build())
                    .endControlFlow();
        }
        code.endControlFlow();
        return MethodSpec.methodBuilder("evaluate")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(float[].class, "predictions")
                .addParameter(float[].class, "targets")
                .addParameter(int.class, "rows")
                .addParameter(int.class, "width")
                .addParameter(float[].class, "losses")
                .addParameter(float[].class, "gradients")
                .addCode(code.build())
                .build();
    }

    /** The exp that is kept, of all rows. */
    private void ahead(CodeBlock.Builder code, KeptPart kept, Names names, NameScope locals) {
        code.beginControlFlow("if (gradients != null)");
        row(code, null, kept.ahead(), names, locals).write(code, kept.ahead(), CodeBlock.of(""));
        code.endControlFlow();
        code.addStatement("$T.exp(gradients, 0, rows * width)", RuntimeTypes.ROWS);
        code.endControlFlow();
    }

    /** Begins a loop over the rows, for these statements. */
    private RowBody row(
            CodeBlock.Builder code,
            @Nullable KeptPart kept,
            List<RowProgram.Statement> statements,
            Names names,
            NameScope locals) {
        code.beginControlFlow("for (int $1L = 0; $1L < rows; $1L++)", names.row);
        code.addStatement("int $L = $L * width", names.begin, names.row);
        code.addStatement("int $L = $L + width", names.end, names.begin);
        List<CodeBlock> leaves = new ArrayList<>();
        List<@Nullable CodeBlock> arrays = new ArrayList<>();
        for (int i = 0; i < program.leaves().size(); i++) {
            int operand = i;
            boolean isRead = ReductionLoops.formulas(statements).stream()
                    .anyMatch(formula -> ElementFormula.reads(formula, index -> index == operand));
            leaves.add(isRead ? leaf(program.leaves().get(i), code, locals, names) : CodeBlock.of(""));
            arrays.add(array(i));
        }
        return new RowBody(
                functions.formulas(),
                locals,
                leaves,
                arrays,
                CodeBlock.of("gradients"),
                names.index,
                CodeBlock.of(names.begin),
                CodeBlock.of(names.end),
                kept);
    }

    /** The array of a leaf that is a row; null for any other operand. */
    private @Nullable CodeBlock array(int operand) {
        Node leaf = operand < program.leaves().size() ? program.leaves().get(operand) : null;
        if (leaf == null
                || !(leaf.op() instanceof Op.Input input)
                || leaf.shape().rank() == 0) {
            return null;
        }
        return CodeBlock.of(input.index() == 0 ? "predictions" : "targets");
    }

    /** The Java of a leaf's element. */
    private CodeBlock leaf(Node leaf, CodeBlock.Builder code, NameScope locals, Names names) {
        if (leaf.op() instanceof Op.Setting setting) {
            return CodeBlock.of("$L", setting.name().equals(Op.Setting.LENGTH) ? names.length : field(setting.name()));
        }
        if (leaf.op() instanceof Op.Positions) {
            return CodeBlock.of("((float) ($L - $L + 1))", names.index, names.begin);
        }
        boolean isPrediction = leaf.op() instanceof Op.Input input && input.index() == 0;
        if (leaf.shape().rank() > 0) {
            return CodeBlock.of("$L[$L]", isPrediction ? "predictions" : "targets", names.index);
        }
        String name = locals.take(JavaNames.variableName(leaf.name()));
        code.addStatement("float $L = targets[$L]", name, names.row);
        return CodeBlock.of("$L", name);
    }

    private String field(String setting) {
        for (int i = 0; i < settings.size(); i++) {
            if (loss.settings().get(i).name().equals(setting)) {
                return settings.get(i);
            }
        }
        throw new IllegalStateException("no setting " + setting);
    }

    private boolean usesLength() {
        return program.leaves().stream()
                .anyMatch(leaf -> leaf.op() instanceof Op.Setting setting
                        && setting.name().equals(Op.Setting.LENGTH));
    }
}
