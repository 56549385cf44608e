package org.nnlang.samples.benchmarks.peers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes a network as the bytes of an ONNX file.
 *
 * <p>The numbers of the fields are those of <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxModel {
    static final String INPUT = "x";
    static final String OUTPUT = "y";

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;

    private OnnxModel() {}

    /** Each layer is a Gemm with the weights as [units, inputs] and an activation; rows of any number. */
    static byte[] of(List<Layer> layers) {
        ProtobufMessage graph = new ProtobufMessage();
        String value = INPUT;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String sum = "sum" + i;
            String result = i + 1 == layers.size() ? OUTPUT : "value" + i;
            graph.message(1, node("Gemm", sum, value, "weights" + i, "bias" + i).message(5, integer("transB", 1)));
            graph.message(1, activation(layer.activation(), sum, result));
            value = result;
        }
        graph.text(2, "network");
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            graph.message(5, tensor("weights" + i, layer.weights(), layer.units(), layer.inputs()));
            graph.message(5, tensor("bias" + i, layer.bias(), layer.units()));
        }
        graph.message(11, port(INPUT, layers.get(0).inputs()));
        graph.message(12, port(OUTPUT, layers.get(layers.size() - 1).units()));
        return new ProtobufMessage()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new ProtobufMessage().text(1, "").number(2, OPERATOR_SET))
                .bytes();
    }

    private static ProtobufMessage activation(Layer.Activation activation, String input, String output) {
        return switch (activation) {
            case SIGMOID -> node("Sigmoid", output, input);
            case RELU -> node("Relu", output, input);
            case SOFTMAX -> node("Softmax", output, input).message(5, integer("axis", 1));
        };
    }

    /** A NodeProto. */
    private static ProtobufMessage node(String operator, String output, String... inputs) {
        ProtobufMessage node = new ProtobufMessage();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    /** An AttributeProto. */
    private static ProtobufMessage integer(String name, int value) {
        return new ProtobufMessage().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    /** A TensorProto. */
    private static ProtobufMessage tensor(String name, float[] values, int... sizes) {
        ProtobufMessage tensor = new ProtobufMessage();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
    }

    /** A ValueInfoProto of rows. */
    private static ProtobufMessage port(String name, int width) {
        ProtobufMessage shape = new ProtobufMessage()
                .message(1, new ProtobufMessage().text(2, "rows"))
                .message(1, new ProtobufMessage().number(1, width));
        ProtobufMessage type = new ProtobufMessage().number(1, FLOAT).message(2, shape);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, type));
    }
}
