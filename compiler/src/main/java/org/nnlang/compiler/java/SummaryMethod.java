package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Shape;

/** The method that describes the model for people. */
final class SummaryMethod {
    private static final ClassName ENTRY = RuntimeTypes.SUMMARY.nestedClass("Entry");
    /** The most rows that one method makes. */
    private static final int MOST = 40;

    private SummaryMethod() {}

    static void addTo(TypeSpec.Builder type, CheckedModel model, ModelNames names) {
        List<SummaryFacts.Entry> entries = SummaryFacts.of(model);
        MethodSpec.Builder method = MethodSpec.methodBuilder("summary")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.SUMMARY);
        String form = model.form().name();
        if (entries.size() <= MOST) {
            method.addStatement(
                    "return new $1T($2S, $1T.Form.$3L,$W$4L)",
                    RuntimeTypes.SUMMARY,
                    model.name(),
                    form,
                    list(entries, false));
            type.addMethod(method.build());
            return;
        }
        method.addStatement("$T<$T> entries = new $T<>()", List.class, ENTRY, ArrayList.class);
        List<MethodSpec> parts = new ArrayList<>();
        for (int first = 0; first < entries.size(); first += MOST) {
            int last = Math.min(entries.size(), first + MOST);
            String name = names.takeMethod("addEntries" + (first + 1) + "To" + last);
            MethodSpec.Builder part = MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), ENTRY), "entries");
            entries.subList(first, last).forEach(entry -> part.addStatement("entries.add($L)", entry(entry)));
            parts.add(part.build());
            method.addStatement("$L(entries)", name);
        }
        method.addStatement("return new $1T($2S, $1T.Form.$3L, entries)", RuntimeTypes.SUMMARY, model.name(), form);
        type.addMethod(method.build());
        parts.forEach(type::addMethod);
    }

    private static CodeBlock entry(SummaryFacts.Entry entry) {
        CodeBlock shapes = entry.outputs().stream().map(SummaryMethod::shape).collect(CodeBlock.joining(", "));
        CodeBlock connections = entry.connectedTo().stream()
                .map(each -> CodeBlock.of(
                        "new $T.Connection($S, $L, $L)",
                        RuntimeTypes.SUMMARY,
                        each.layer(),
                        each.call(),
                        each.output()))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "new $1T.Entry($2S, $3S, $1T.Kind.$4L,$W$5T.of($6L),$W$7L, $8L,$W$5T.of($9L),$W$10L)",
                RuntimeTypes.SUMMARY,
                entry.name(),
                entry.type(),
                entry.kind(),
                List.class,
                shapes,
                counts(entry.weights()),
                count(entry.multiplyAdds()),
                connections,
                list(entry.children(), true));
    }

    private static CodeBlock list(List<SummaryFacts.Entry> entries, boolean nested) {
        if (entries.isEmpty()) {
            return CodeBlock.of("$T.of()", List.class);
        }
        CodeBlock rows = entries.stream().map(SummaryMethod::entry).collect(CodeBlock.joining(",\n"));
        return CodeBlock.of(nested ? "$T.of(\n$>$>$L$<$<)" : "$T.of(\n$L)", List.class, rows);
    }

    /** Counted when the summary is made, since weights can be frozen. */
    private static CodeBlock counts(@Nullable String weights) {
        return weights == null
                ? CodeBlock.of("0, 0")
                : CodeBlock.of("parameters.trainableCount($1S),$Wparameters.nonTrainableCount($1S)", weights);
    }

    private static String count(long number) {
        return number > Integer.MAX_VALUE ? number + "L" : String.valueOf(number);
    }

    private static CodeBlock shape(Shape shape) {
        return JavaShapes.of(shape);
    }
}
