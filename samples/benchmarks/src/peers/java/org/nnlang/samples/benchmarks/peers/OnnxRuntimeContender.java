package org.nnlang.samples.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.nnlang.samples.benchmarks.Inputs;
import org.nnlang.samples.benchmarks.Network;

/**
 * ONNX Runtime, on the processor.
 *
 * @param reused whether tensors over direct buffers are made once, which takes more care than its usual way, a tensor a call
 * @param threads of one operation; 0 for its default
 */
record OnnxRuntimeContender(boolean reused, int threads) implements Contender {
    @Override
    public String version() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }

    @Override
    public Task predict(Network network, int batch) throws OrtException {
        List<Layer> layers = Layer.of(network);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        OrtSession session = environment.createSession(OnnxModel.of(layers), options);
        float[] x = Inputs.uniform(batch, layers.get(0).inputs());
        long[] shape = {batch, layers.get(0).inputs()};
        float[] y = new float[batch * layers.get(layers.size() - 1).units()];
        return reused ? reusing(environment, session, x, shape, y) : usual(environment, session, x, shape, y);
    }

    private static Task usual(OrtEnvironment environment, OrtSession session, float[] x, long[] shape, float[] y) {
        return () -> {
            try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
                    OrtSession.Result result = session.run(Map.of(OnnxModel.INPUT, input))) {
                ((OnnxTensor) result.get(0)).getFloatBuffer().get(y);
            }
            return y;
        };
    }

    private static Task reusing(OrtEnvironment environment, OrtSession session, float[] x, long[] shape, float[] y)
            throws OrtException {
        FloatBuffer inputs = direct(x.length);
        FloatBuffer outputs = direct(y.length);
        Map<String, OnnxTensor> input = Map.of(OnnxModel.INPUT, OnnxTensor.createTensor(environment, inputs, shape));
        long[] outputShape = {shape[0], y.length / shape[0]};
        Map<String, OnnxTensor> output =
                Map.of(OnnxModel.OUTPUT, OnnxTensor.createTensor(environment, outputs, outputShape));
        return () -> {
            inputs.put(0, x);
            session.run(input, output).close();
            outputs.get(0, y);
            return y;
        };
    }

    private static FloatBuffer direct(int length) {
        return ByteBuffer.allocateDirect(4 * length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
