package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** The types of the runtime that generated classes name; the compiler knows no more of it. */
final class RuntimeTypes {
    private static final String RUNTIME = "org.nnlang.runtime";
    private static final String KERNEL = RUNTIME + ".kernel";

    static final ClassName GENERATED = ClassName.get(RUNTIME, "Generated");
    static final ClassName MODEL = ClassName.get(RUNTIME, "Model");
    static final ClassName MODEL_SESSION = ClassName.get(RUNTIME, "ModelSession");
    static final ClassName PARAMETER = ClassName.get(RUNTIME, "Parameter");
    static final ClassName PARAMETERS = ClassName.get(RUNTIME, "Parameters");
    static final ClassName PORT = ClassName.get(RUNTIME, "Port");
    static final ClassName SHAPE = ClassName.get(RUNTIME, "Shape");
    static final ClassName SUMMARY = ClassName.get(RUNTIME, "Summary");
    static final ClassName ARRAY_STORAGE = ClassName.get(KERNEL, "ArrayStorage");
    static final ClassName DENSE_WEIGHTS = ClassName.get(KERNEL, "DenseWeights");
    static final ClassName KERNELS = ClassName.get(KERNEL, "Kernels");
    static final ClassName ROW_FUNCTION = ClassName.get(KERNEL, "RowFunction");
    static final ClassName ROW_BLOCKS = ClassName.get(KERNEL, "RowBlocks");
    static final ClassName ROWS = ClassName.get(KERNEL, "Rows");
    static final ClassName SCALAR = ClassName.get(KERNEL, "Scalar");
    static final ClassName TRANSPOSED_WEIGHTS = ClassName.get(KERNEL, "TransposedWeights");
    static final ClassName WEIGHT_GRADIENTS = ClassName.get(KERNEL, "WeightGradients");
    static final ClassName WORKSPACE = ClassName.get(KERNEL, "Workspace");
    static final ClassName GRADIENT_SESSION = ClassName.get(RUNTIME, "GradientSession");
    static final ClassName MODEL_GRADIENTS = ClassName.get(RUNTIME, "ModelGradients");
    static final ClassName OUTPUT_ACTIVATION = ClassName.get(RUNTIME, "OutputActivation");
    static final ClassName STEP_OBSERVER = ClassName.get(RUNTIME, "StepObserver");
    static final ClassName PARAMETER_STORAGE = ClassName.get(KERNEL, "ParameterStorage");
    static final ClassName LOSS = ClassName.get(RUNTIME, "Loss");
    static final ClassName INITIALIZERS = ClassName.get(RUNTIME + ".init", "Initializers");

    private RuntimeTypes() {}

    /** Every type above. */
    static List<ClassName> all() {
        return List.of(
                GENERATED,
                MODEL,
                MODEL_SESSION,
                PARAMETER,
                PARAMETERS,
                PORT,
                SHAPE,
                SUMMARY,
                ARRAY_STORAGE,
                DENSE_WEIGHTS,
                KERNELS,
                ROW_FUNCTION,
                ROW_BLOCKS,
                ROWS,
                SCALAR,
                TRANSPOSED_WEIGHTS,
                WEIGHT_GRADIENTS,
                WORKSPACE,
                GRADIENT_SESSION,
                MODEL_GRADIENTS,
                OUTPUT_ACTIVATION,
                STEP_OBSERVER,
                PARAMETER_STORAGE,
                LOSS,
                INITIALIZERS);
    }
}
