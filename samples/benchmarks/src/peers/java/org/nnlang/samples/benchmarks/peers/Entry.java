package org.nnlang.samples.benchmarks.peers;

import java.util.List;
import java.util.function.Supplier;

/** Who takes part: each in a virtual machine of its own, with the options that it needs. */
enum Entry {
    NN("nnlang", Entry::allThreads, "--add-modules=jdk.incubator.vector"),
    NN_ONE_THREAD("nnlang, 1 thread", () -> new NnContender(1), "--add-modules=jdk.incubator.vector"),
    NN_PLAIN("nnlang, no Vector API", Entry::allThreads),
    ONNX_RUNTIME("ONNX Runtime", () -> new OnnxRuntimeContender(false)),
    ONNX_RUNTIME_REUSED("ONNX Runtime, reused buffers", () -> new OnnxRuntimeContender(true)),
    DJL("DJL with PyTorch", DjlContender::new, "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"),
    TENSORFLOW("TensorFlow", TensorFlowContender::new),
    DL4J("Deeplearning4j", Dl4jContender::new),
    SMILE("Smile", SmileContender::new);

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

    /** Whether it is this project's. */
    boolean ours() {
        return title.startsWith("nnlang");
    }
}
