package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Weight;

/** Typed access to layers and their weights: one class for all layers that have the same parts. */
final class LayerViews {
    private final ModelNames names;
    private final Map<LayerStructure, ClassName> types = new LinkedHashMap<>();
    private final List<TypeSpec> specs = new ArrayList<>();

    LayerViews(ModelNames names) {
        this.names = names;
    }

    /** Adds the methods for the outermost layers. */
    void addTo(TypeSpec.Builder type, LayerInstance root) {
        for (Weight weight : root.weights()) {
            type.addMethod(accessor(names.takeAccessor(weight.name()), weight.documentation())
                    .returns(RuntimeTypes.PARAMETER)
                    .addStatement("return parameters.get($S)", weight.path())
                    .build());
        }
        for (LayerStructure.Part part : LayerStructure.of(root).parts()) {
            MethodSpec.Builder method = accessor(names.takeAccessor(part.name()), part.description());
            type.addMethod(part(method, part, "", part.path()));
        }
    }

    /** The classes that these methods give. */
    List<TypeSpec> types() {
        return specs;
    }

    private MethodSpec part(MethodSpec.Builder method, LayerStructure.Part part, String prefix, String path) {
        ClassName view = type(part.structure());
        method.returns(view);
        if (part.repeated()) {
            method.addParameter(int.class, "index");
            return method.addStatement("return new $T(parameters, $L$S + index + $S)", view, prefix, path + "[", "]")
                    .build();
        }
        return method.addStatement("return new $T(parameters, $L$S)", view, prefix, path)
                .build();
    }

    private ClassName type(LayerStructure structure) {
        ClassName known = types.get(structure);
        if (known != null) {
            return known;
        }
        ClassName name = names.takeType(structure.type());
        types.put(structure, name);
        int place = specs.size();
        TypeSpec.Builder view = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The weights of a {@code $L}.\n", structure.type())
                .addField(RuntimeTypes.PARAMETERS, "parameters", Modifier.PRIVATE, Modifier.FINAL)
                .addField(String.class, "path", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(RuntimeTypes.PARAMETERS, "parameters")
                        .addParameter(String.class, "path")
                        .addStatement("this.parameters = parameters")
                        .addStatement("this.path = path")
                        .build());
        NameScope accessors = ModelNames.ofObjects();
        for (String weight : structure.weights()) {
            view.addMethod(MethodSpec.methodBuilder(accessors.takePublic(JavaNames.methodName(weight)))
                    .addModifiers(Modifier.PUBLIC)
                    .returns(RuntimeTypes.PARAMETER)
                    .addStatement("return parameters.get(path + $S)", "." + weight)
                    .build());
        }
        for (LayerStructure.Part part : structure.parts()) {
            String accessor = accessors.takePublic(JavaNames.methodName(part.name()));
            MethodSpec.Builder method = MethodSpec.methodBuilder(accessor).addModifiers(Modifier.PUBLIC);
            view.addMethod(part(method, part, "path + ", "." + part.path()));
        }
        specs.add(place, view.build());
        return name;
    }

    private static MethodSpec.Builder accessor(String name, String documentation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
        String text = JavadocText.paragraphs(documentation);
        return text.isEmpty() ? method : method.addJavadoc("$L\n", text);
    }
}
