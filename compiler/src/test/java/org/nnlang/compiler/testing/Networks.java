package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.model.Weight;

/** Networks that several tests use. */
public final class Networks {
    private static final String DIGITS = """
            package com.acme.digits

            initializer standard = uniform(-1 / sqrt(fan_in), 1 / sqrt(fan_in))

            /// The 784-50-100-10 digit classifier of "Deep Learning from Scratch".
            model DigitClassifier(classes = 10) {
              /// 28 x 28 grey levels in 0..1, row by row.
              input  image: [784]
              /// Probability of each digit.
              output digit: [classes] =
                image -> hidden1: Dense(50,  sigmoid, weights = xavier_normal)
                      -> hidden2: Dense(100, sigmoid, weights = xavier_normal)
                      -> logits:  Dense(classes, softmax, weights = standard)
            }
            """;

    private Networks() {}

    /** 784-50-100-10. */
    public static CheckedModel digitClassifier() {
        NetworkBuilder network = new NetworkBuilder("DigitClassifier", DIGITS)
                .packageName("com.acme.digits")
                .documentation("The 784-50-100-10 digit classifier of \"Deep Learning from Scratch\".")
                .form(CheckedModel.Form.SEQUENTIAL);
        Value image = network.input("image", "28 x 28 grey levels in 0..1, row by row.", 784);
        Value hidden1 = network.dense(
                "hidden1", image, 50, Terms::sigmoid, "hidden1: Dense(50,  sigmoid, weights = xavier_normal)");
        Value hidden2 = network.dense(
                "hidden2", hidden1, 100, Terms::sigmoid, "hidden2: Dense(100, sigmoid, weights = xavier_normal)");
        Value logits = network.dense(
                "logits", hidden2, 10, Terms::softmax, "logits:  Dense(classes, softmax, weights = standard)");
        network.output("digit", "Probability of each digit.", logits);
        return network.build();
    }

    /** Two inputs that share a layer; four outputs, one of them an input and two of them the same value. */
    public static CheckedModel faces() {
        NetworkBuilder network = new NetworkBuilder("Faces").documentation("Two photos in.\n\nTwo answers out.");
        Value left = network.input("left", 8);
        Value right = network.input("right", 8);
        LayerInstance encode = network.denseLayer("encode", 4, 8, "encode");
        Value a = network.apply(encode, left, Terms::relu);
        Value b = network.apply(encode, right, Terms::relu);
        Value both = network.compute("concat", Terms.concat(Terms.of(a), Terms.of(b)));
        Value same = network.dense("same", both, 1, Terms::sigmoid, "same");
        Value mean = network.compute(
                "mean",
                Terms.map(Primitive.DIVIDE, Terms.map(Primitive.ADD, Terms.of(a), Terms.of(b)), Terms.number(2)));
        Value age = network.dense("age", mean, 1, Terms::identity, "age");
        network.output("same", same);
        network.output("age", age);
        network.output("original", left);
        network.output("again", same);
        return network.build();
    }

    /** Repeated layers with a skip connection around each. */
    public static CheckedModel residual(int depth, int width) {
        NetworkBuilder network = new NetworkBuilder("Residuals" + depth);
        Value x = network.input("x", width);
        for (int i = 0; i < depth; i++) {
            String path = "residual[" + i + "]";
            LayerInstance dense = network.denseLayer(path + ".dense", width, width, "model");
            LayerInstance residual = network.layer(path, "Residual", List.of(), List.of(dense), network.span("model"));
            List<Step> body = new ArrayList<>();
            Value inner = network.apply(dense, x, Terms::swish, body);
            Value sum = new Value(path, x.shape(), residual.span());
            Term skip = Terms.map(Primitive.ADD, Terms.of(x), Terms.of(inner));
            body.add(new Step.Computation(sum, skip, null, false, residual.span()));
            network.call(residual, List.of(x), body, List.of(sum));
            x = sum;
        }
        network.output("y", x);
        return network.build();
    }

    /** Functions of rows of several kinds, on rows that an example has three of. */
    public static CheckedModel rows() {
        NetworkBuilder network = new NetworkBuilder("Rows");
        Value x = network.input("x", 3, 6);
        Weight slope = network.ownWeight("slope", 3, 6);
        Weight gain = network.ownWeight("gain");
        Value steep = network.compute(
                "steep",
                Terms.map(
                        Primitive.ADD,
                        Terms.map(Primitive.MULTIPLY, Terms.of(x), new Term.WeightOf(slope)),
                        new Term.WeightOf(gain)));
        Value normal = network.compute("normalize", Terms.normalize(Terms.of(steep)), true);
        Value gated = network.compute("glu", Terms.glu(Terms.of(normal)), true);
        Value sparse = network.compute("sparsemax", Terms.sparsemax(Terms.of(gated)), true);
        network.output("sparse", sparse);
        network.output("log", network.compute("log_softmax", Terms.logSoftmax(Terms.of(normal)), true));
        network.output("flat", network.compute("flatten", Terms.reshape(Terms.of(normal), 18)));
        return network.build();
    }
}
