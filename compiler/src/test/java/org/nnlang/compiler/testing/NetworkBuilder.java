package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.InitialValue;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.model.Weight;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

/** Makes checked models by hand; spans are where their words are first found in the text. */
public final class NetworkBuilder {
    private final String name;
    private final SourceFile file;
    private final List<CheckedModel.Port> inputs = new ArrayList<>();
    private final List<CheckedModel.Port> outputs = new ArrayList<>();
    private final List<LayerInstance> layers = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String packageName = "";
    private String documentation = "";
    private CheckedModel.Form form = CheckedModel.Form.FUNCTIONAL;

    public NetworkBuilder(String name, String text) {
        this.name = name;
        this.file = new SourceFile("test.nn", text);
    }

    public NetworkBuilder(String name) {
        this(name, "model " + name);
    }

    public NetworkBuilder packageName(String newPackage) {
        packageName = newPackage;
        return this;
    }

    public NetworkBuilder documentation(String text) {
        documentation = text;
        return this;
    }

    public NetworkBuilder form(CheckedModel.Form newForm) {
        form = newForm;
        return this;
    }

    /** The place of these words, or the beginning of the file. */
    public Span span(String words) {
        int start = Math.max(0, file.text().indexOf(words));
        return new Span(file, start, Math.min(file.text().length(), start + words.length()));
    }

    public Value input(String inputName, Integer... sizes) {
        return input(inputName, "", sizes);
    }

    public Value input(String inputName, String text, Integer... sizes) {
        Value value = new Value(inputName, Shape.of(sizes), span(inputName));
        inputs.add(new CheckedModel.Port(inputName, text, value, span(inputName)));
        return value;
    }

    public void output(String outputName, Value value) {
        output(outputName, "", value);
    }

    public void output(String outputName, String text, Value value) {
        outputs.add(new CheckedModel.Port(outputName, text, value, span(outputName)));
    }

    public Weight weight(String path, InitialValue initial, Integer... sizes) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return new Weight(path, last, Shape.of(sizes), true, initial, "", span(path));
    }

    public static InitialValue normal(double deviation) {
        return new InitialValue(InitialValue.Distribution.NORMAL, List.of(0.0, deviation));
    }

    /** A new layer of weights; it belongs to the model. */
    public LayerInstance layer(
            String path, String type, List<Weight> weights, List<LayerInstance> children, Span span) {
        LayerInstance layer = new LayerInstance(path, type, "nn.core", "", List.of(), weights, children, span);
        if (path.indexOf('.') < 0) {
            layers.add(layer);
        }
        return layer;
    }

    /** The layer Dense, not yet applied. */
    public LayerInstance denseLayer(String path, int units, int inputs, String words) {
        return layer(
                path,
                "Dense",
                List.of(
                        weight(path + ".weight", normal(1 / Math.sqrt(inputs)), units, inputs),
                        weight(path + ".bias", normal(0.5), units)),
                List.of(),
                span(words));
    }

    /** One application of a layer Dense. */
    public Value apply(LayerInstance dense, Value x, UnaryOperator<Term> activation) {
        return apply(dense, x, activation, steps);
    }

    public Value apply(LayerInstance dense, Value x, UnaryOperator<Term> activation, List<Step> into) {
        Weight weight = dense.weights().get(0);
        Weight bias = dense.weights().get(1);
        Shape shape = bias.shape();
        Term product = Terms.apply(Primitive.DOT, shape, new Term.WeightOf(weight), new Term.ValueOf(x));
        Term sum = Terms.apply(Primitive.ADD, shape, product, new Term.WeightOf(bias));
        Value result = new Value(dense.name(), shape, dense.span());
        Step body = new Step.Computation(result, activation.apply(sum), null, false, dense.span());
        into.add(new Step.LayerCall(dense, List.of(x), List.of(body), List.of(result), dense.span()));
        return result;
    }

    public Value dense(String path, Value x, int units, UnaryOperator<Term> activation, String words) {
        return apply(denseLayer(path, units, x.shape().width(), words), x, activation);
    }

    /** One application of any layer. */
    public void call(LayerInstance layer, List<Value> arguments, List<Step> body, List<Value> results) {
        steps.add(new Step.LayerCall(layer, arguments, body, results, layer.span()));
    }

    public Value compute(String path, Term term) {
        return compute(path, term, false);
    }

    public Value compute(String path, Term term, boolean stage) {
        Value value = new Value(path, term.shape(), span(path));
        steps.add(new Step.Computation(value, term, path, stage, span(path)));
        return value;
    }

    public CheckedModel build() {
        LayerInstance root =
                new LayerInstance("", name, packageName, documentation, List.of(), rootWeights, layers, span("model"));
        return new CheckedModel(packageName, name, documentation, form, inputs, outputs, root, steps, span("model"));
    }

    private final List<Weight> rootWeights = new ArrayList<>();

    /** A weight of the model itself. */
    public Weight ownWeight(String path, Integer... sizes) {
        return ownWeight(path, normal(0.5), sizes);
    }

    public Weight ownWeight(String path, InitialValue initial, Integer... sizes) {
        Weight weight = weight(path, initial, sizes);
        rootWeights.add(weight);
        return weight;
    }
}
