package org.nnlang.compiler.testing;

import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Value;

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
}
