package org.nnlang.samples.benchmarks.peers;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Who takes part: each in a virtual machine of its own, with the options that it needs.
 *
 * <p>Most libraries take part twice, with their default threads and with one, which is the faster one for small networks and on busy
 * machines.
 */
enum Entry {
    NN("nnlang", Entry::allThreads, "--add-modules=jdk.incubator.vector"),
    NN_ONE_THREAD("nnlang, 1 thread", () -> new NnContender(1), "--add-modules=jdk.incubator.vector"),
    NN_PLAIN("nnlang, no Vector API", Entry::allThreads),
    ORT("ONNX Runtime", () -> new OnnxRuntimeContender(false, 0)),
    ORT_REUSED("ONNX Runtime, reused buffers", () -> new OnnxRuntimeContender(true, 0)),
    ORT_ONE_THREAD("ONNX Runtime, reused buffers, 1 thread", () -> new OnnxRuntimeContender(true, 1)),
    DJL("DJL with PyTorch", DjlContender::new, "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"),
    DJL_ONE_THREAD("DJL with PyTorch, 1 thread", DjlContender::new, "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"),
    TENSORFLOW("TensorFlow", TensorFlowContender::new),
    TENSORFLOW_ONE_THREAD("TensorFlow, 1 thread", TensorFlowContender::new),
    DL4J("Deeplearning4j", Dl4jContender::new),
    DL4J_ONE_THREAD("Deeplearning4j, 1 thread", Dl4jContender::new),
    SMILE("Smile", SmileContender::new),
    SMILE_ONE_THREAD("Smile, 1 thread in a product", SmileContender::new);

    private static final Map<String, String> ONE_THREAD = Map.of(
            "OMP_NUM_THREADS", "1",
            "OPENBLAS_NUM_THREADS", "1",
            "MKL_NUM_THREADS", "1",
            "TF_NUM_INTRAOP_THREADS", "1",
            "TF_NUM_INTEROP_THREADS", "1");

    private final String title;

    // Constructors without state, which the type does not tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<Contender> contender;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> options;

    Entry(String title, Supplier<Contender> contender, String... options) {
        this.title = title;
        this.contender = contender;
        this.options = List.of(options);
    }

    private static Contender allThreads() {
        return new NnContender(Runtime.getRuntime().availableProcessors());
    }

    String title() {
        return title;
    }

    Contender contender() {
        return contender.get();
    }

    /** What its virtual machine is started with. */
    List<String> options() {
        return options;
    }

    /** What native libraries take their numbers of threads from. */
    Map<String, String> environment() {
        return name().endsWith("_ONE_THREAD") ? ONE_THREAD : Map.of();
    }

    /** Whether it is this project's. */
    boolean ours() {
        return title.startsWith("nnlang");
    }
}
