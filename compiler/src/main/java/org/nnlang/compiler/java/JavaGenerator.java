package org.nnlang.compiler.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.model.CheckedModel;

/**
 * Writes the Java class of a model.
 *
 * <p>One emitter a concern: {@link WeightFields}, {@link ForwardMethods}, {@link SessionClass} with its {@link StepMethods},
 * {@link Functions}, {@link LayerViews}, {@link SummaryMethod}, {@link ClassJavadoc}; {@link ModelNames} keeps their names apart.
 */
public final class JavaGenerator {
    private static final String INDENT = "    ";

    private final CheckedModel model;
    private final boolean training;
    private final ModelNames names;
    private final WeightFields weights;
    private final Functions functions;
    private final PortChecks checks;
    private final SessionClass session;

    private JavaGenerator(CheckedModel model, Graph graph, Plan plan, boolean training) {
        this.model = model;
        this.training = training;
        this.names = new ModelNames(model);
        this.weights = new WeightFields(model, graph, names);
        this.functions = new Functions(graph, names);
        this.checks = new PortChecks(model, names);
        this.session = new SessionClass(plan, names, weights, functions, checks);
    }

    /**
     * Generates the file of one model.
     *
     * @param graph its graph after all passes
     * @param plan the plan of that graph
     * @param training whether the class of its gradients is generated too
     */
    public static CompilationResult.JavaFile generate(CheckedModel model, Graph graph, Plan plan, boolean training) {
        JavaGenerator generator = new JavaGenerator(model, graph, plan, training);
        return file(model, generator.names.type(), generator.type());
    }

    /**
     * Generates the file of one model's gradients.
     *
     * @param graph the graph of the model's own class
     * @param derived the graph with the gradients after all passes
     * @param plan the plan of the graph with the gradients
     */
    public static CompilationResult.JavaFile generateGradients(
            CheckedModel model, Graph graph, TrainingGraph derived, Plan plan) {
        GradientGenerator generator = new GradientGenerator(model, graph, derived, plan);
        return file(model, generator.name(), generator.type());
    }

    private static CompilationResult.JavaFile file(CheckedModel model, ClassName type, TypeSpec spec) {
        String text = SourceLayout.tidy(JavaFile.builder(type.packageName(), spec)
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build()
                .toString());
        String folder = type.packageName().isEmpty() ? "" : type.packageName().replace('.', '/') + "/";
        return new CompilationResult.JavaFile(
                folder + type.simpleName() + ".java", text, model.span().file().name());
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.type())
                .addJavadoc("$L", ClassJavadoc.of(model))
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                        .addMember("value", "$S", "nnlang")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.MODEL);
        TypeSpec sessionType = session.type();
        functions.constants().forEach(type::addField);
        weights.addTo(type);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        type.addMethod(create());
        type.addMethod(load());
        new ForwardMethods(model, names, checks).addTo(type);
        type.addMethod(SessionClass.newSession(session.largestPort(), names.session(), "this"));
        LayerViews views = new LayerViews(names);
        views.addTo(type, model.root());
        type.addMethod(getter("parameters", RuntimeTypes.PARAMETERS, CodeBlock.of("parameters")));
        type.addMethod(getter("name", ClassName.get(String.class), CodeBlock.of("$S", model.name())));
        type.addMethod(ports("inputs", model.inputs()));
        type.addMethod(ports("outputs", model.outputs()));
        SummaryMethod.addTo(type, model, names);
        if (training) {
            type.addMethod(gradients());
        }
        functions.methods().forEach(type::addMethod);
        checks.methods().forEach(type::addMethod);
        type.addType(new ForwardMethods(model, names, checks).output());
        type.addType(sessionType);
        views.types().forEach(type::addType);
        functions.types().forEach(type::addType);
        return type.build();
    }

    private MethodSpec create() {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Makes a model with fresh weights; equal seeds give equal weights on every machine.\n")
                .addParameter(long.class, "seed")
                .returns(names.type())
                .addStatement("$1T model = new $1T()", names.type())
                .addStatement("model.parameters.initialize(seed)")
                .addStatement("return model")
                .build();
    }

    private MethodSpec load() {
        return MethodSpec.methodBuilder("load")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Makes a model with the weights of a file: safetensors or npz.\n\n")
                .addJavadoc(
                        "@throws IOException if the file cannot be read, or does not fit; the message names the first difference\n")
                .addParameter(Path.class, "path")
                .addException(IOException.class)
                .returns(names.type())
                .addStatement("$1T model = new $1T()", names.type())
                .addStatement("model.parameters.load(path)")
                .addStatement("return model")
                .build();
    }

    private MethodSpec gradients() {
        ClassName gradients = GradientGenerator.typeOf(names.type());
        return MethodSpec.methodBuilder("gradients")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(gradients)
                .addStatement("return new $T(this)", gradients)
                .build();
    }

    private static MethodSpec getter(String name, ClassName type, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    private static MethodSpec ports(String name, List<CheckedModel.Port> ports) {
        CodeBlock list = ports.stream()
                .map(port -> CodeBlock.of(
                        "new $T($S, $L)",
                        RuntimeTypes.PORT,
                        port.name(),
                        JavaShapes.of(port.value().shape())))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.PORT))
                .addStatement("return $T.of($L)", List.class, list)
                .build();
    }
}
