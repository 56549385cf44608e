package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Weight;

/**
 * The weights of one model: a field each, and the list of parameters.
 *
 * <p>The class of the gradients reads them too, hence they are not private. Many weights are spread over nested classes, since Java limits the length of a constructor.
 */
final class WeightFields {
    /** The most weights that one class holds. */
    private static final int MOST = 100;

    private final List<Weight> weights;
    private final Set<Weight> packed = new HashSet<>();
    private final Map<Weight, String> fields = new HashMap<>();
    private final Map<Weight, Integer> indexes = new HashMap<>();
    private final Map<Weight, Integer> parts = new HashMap<>();
    private final List<ClassName> partTypes = new ArrayList<>();
    private final List<String> partFields = new ArrayList<>();

    WeightFields(CheckedModel model, Graph graph, ModelNames names) {
        this.weights = model.root().allWeights().toList();
        graph.nodes().stream()
                .filter(node -> node.op() instanceof Op.FusedDense)
                .map(node -> ((Op.Weight) node.input(0).op()).weight())
                .forEach(packed::add);
        for (int i = 0; i < weights.size(); i++) {
            fields.put(weights.get(i), names.takeField(weights.get(i).path()));
            indexes.put(weights.get(i), i);
            parts.put(weights.get(i), i / MOST);
        }
        for (int part = 0; isSplit() && part * MOST < weights.size(); part++) {
            partTypes.add(names.takePrivateType("Weights" + (part + 1)));
            partFields.add(names.takeField("weights" + (part + 1)));
        }
    }

    private boolean isSplit() {
        return weights.size() > MOST;
    }

    /** Whether the kernels pack a weight as they like. */
    boolean isPacked(Weight weight) {
        return packed.contains(weight);
    }

    /** The place of a weight among the model's parameters. */
    int index(Weight weight) {
        Integer index = indexes.get(weight);
        if (index == null) {
            throw new IllegalStateException("no weight " + weight);
        }
        return index;
    }

    /** The Java of a weight's storage, from inside the model. */
    CodeBlock storage(Weight weight) {
        String field = fields.get(weight);
        return isSplit()
                ? CodeBlock.of("$L.$L", partFields.get(parts.getOrDefault(weight, 0)), field)
                : CodeBlock.of("$L", field);
    }

    /** Adds the fields to the model's class. */
    void addTo(TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(RuntimeTypes.KERNELS, "kernels", Modifier.FINAL)
                .initializer("$T.best()", RuntimeTypes.KERNELS)
                .build());
        FieldSpec.Builder parameters =
                FieldSpec.builder(RuntimeTypes.PARAMETERS, "parameters", Modifier.PRIVATE, Modifier.FINAL);
        if (isSplit()) {
            for (int part = 0; part < partTypes.size(); part++) {
                type.addField(FieldSpec.builder(partTypes.get(part), partFields.get(part), Modifier.FINAL)
                        .initializer("new $T(kernels)", partTypes.get(part))
                        .build());
                type.addType(part(part));
            }
            type.addField(parameters.initializer("collectParameters()").build());
            type.addMethod(collectParameters());
        } else {
            weights.forEach(weight -> type.addField(field(weight)));
            CodeBlock list = weights.stream().map(this::parameter).collect(CodeBlock.joining(",\n"));
            CodeBlock arguments = weights.isEmpty() ? CodeBlock.of("") : CodeBlock.of("\n$>$>$L$<$<", list);
            type.addField(parameters
                    .initializer("$T.of($L)", RuntimeTypes.PARAMETERS, arguments)
                    .build());
        }
    }

    private FieldSpec field(Weight weight) {
        boolean dense = isPacked(weight);
        CodeBlock initializer = dense
                ? CodeBlock.of(
                        "kernels.denseWeights($L, $L)",
                        weight.shape().rows(),
                        weight.shape().width())
                : CodeBlock.of(
                        "new $T($L)", RuntimeTypes.ARRAY_STORAGE, weight.shape().elements());
        return FieldSpec.builder(
                        dense ? RuntimeTypes.DENSE_WEIGHTS : RuntimeTypes.ARRAY_STORAGE,
                        String.valueOf(fields.get(weight)),
                        Modifier.FINAL)
                .initializer(initializer)
                .build();
    }

    private CodeBlock parameter(Weight weight) {
        return CodeBlock.of(
                "new $T($S, $L, $L,$W$L,$W$L)",
                RuntimeTypes.PARAMETER,
                weight.path(),
                JavaShapes.of(weight.shape()),
                weight.trainable(),
                fields.get(weight),
                InitializerCalls.of(weight.initialValue()));
    }

    private TypeSpec part(int part) {
        List<Weight> own = weights.subList(part * MOST, Math.min(weights.size(), (part + 1) * MOST));
        TypeSpec.Builder type =
                TypeSpec.classBuilder(partTypes.get(part)).addModifiers(Modifier.STATIC, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(RuntimeTypes.KERNELS, "kernels");
        MethodSpec.Builder parameters = MethodSpec.methodBuilder("addParameters")
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.PARAMETER), "parameters");
        for (Weight weight : own) {
            FieldSpec field = field(weight);
            type.addField(FieldSpec.builder(field.type(), field.name(), Modifier.FINAL)
                    .build());
            constructor.addStatement("this.$L = $L", field.name(), field.initializer());
            parameters.addStatement("parameters.add($L)", parameter(weight));
        }
        return type.addMethod(constructor.build()).addMethod(parameters.build()).build();
    }

    private MethodSpec collectParameters() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("collectParameters")
                .addModifiers(Modifier.PRIVATE)
                .returns(RuntimeTypes.PARAMETERS)
                .addStatement("$T<$T> list = new $T<>()", List.class, RuntimeTypes.PARAMETER, ArrayList.class);
        partFields.forEach(part -> method.addStatement("$L.addParameters(list)", part));
        return method.addStatement(
                        "return $T.of(list.toArray($T[]::new))", RuntimeTypes.PARAMETERS, RuntimeTypes.PARAMETER)
                .build();
    }
}
