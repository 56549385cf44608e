package org.nnlang.compiler.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.model.CheckedModel;

/** Writes the class of a model's gradients, apart from the model's so that predicting does not ship it. */
final class GradientGenerator {
    private final TrainingGraph training;
    private final ModelNames modelNames;
    private final ModelNames names;
    private final Functions functions;
    private final GradientSessionClass session;

    /**
     * Prepares the class.
     *
     * @param graph the graph of the model's own class, which decides how weights are kept
     */
    GradientGenerator(CheckedModel model, Graph graph, TrainingGraph training, Plan plan) {
        this.training = training;
        this.modelNames = new ModelNames(model);
        WeightFields weights = new WeightFields(model, graph, modelNames);
        this.names = new ModelNames(model, training);
        this.functions = new Functions(training.graph(), names);
        this.session = new GradientSessionClass(model, training, plan, modelNames, names, weights, functions);
    }

    /** The class of the gradients of a model's class. */
    static ClassName typeOf(ClassName model) {
        return ClassName.get(model.packageName(), model.simpleName() + "Gradients");
    }

    ClassName name() {
        return names.type();
    }

    TypeSpec type() {
        TypeSpec sessionType = session.type();
        TypeSpec.Builder type = TypeSpec.classBuilder(names.type())
                .addJavadoc("The derivatives of a {@link $T}, for training it.\n", modelNames.type())
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                        .addMember("value", "$S", "nnlang")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.MODEL_GRADIENTS);
        functions.constants().forEach(type::addField);
        type.addField(modelNames.type(), "model", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The derivatives of one model, whose weights they read at each call.\n")
                .addParameter(modelNames.type(), "model")
                .addStatement("this.model = model")
                .build());
        type.addMethod(MethodSpec.methodBuilder("model")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(modelNames.type())
                .addStatement("return model")
                .build());
        type.addMethod(outputActivations());
        type.addMethod(SessionClass.newSession(session.largestArray(), names.session(), "model"));
        functions.methods().forEach(type::addMethod);
        type.addMethod(PortChecks.requireRows());
        type.addType(sessionType);
        functions.types().forEach(type::addType);
        return type.build();
    }

    private MethodSpec outputActivations() {
        CodeBlock list = training.endings().stream()
                .map(ending -> CodeBlock.of("$T.$L", RuntimeTypes.OUTPUT_ACTIVATION, ending))
                .collect(CodeBlock.joining(",$W"));
        return MethodSpec.methodBuilder("outputActivations")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.OUTPUT_ACTIVATION))
                .addStatement("return $T.of($L)", List.class, list)
                .build();
    }
}
