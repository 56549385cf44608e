package org.nnlang.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How PyTorch's tools write the shapes of batches. */
final class TorchShapes {
    private TorchShapes() {}

    /** As {@code [-1, 10]}; a list of those where there are several. */
    static String text(List<Shape> shapes, @Nullable Integer batch) {
        String joined = shapes.stream().map(shape -> text(shape, batch)).collect(Collectors.joining(", "));
        return shapes.size() == 1 ? joined : "[" + joined + "]";
    }

    private static String text(Shape shape, @Nullable Integer batch) {
        StringBuilder text = new StringBuilder("[").append(batch == null ? -1 : batch);
        for (int size : shape.sizes()) {
            text.append(", ").append(size);
        }
        return text.append(']').toString();
    }

    /** The elements of all shapes for a whole batch; for one example where the batch is open. */
    static long elements(List<Shape> shapes, @Nullable Integer batch) {
        long examples = batch == null ? 1 : batch;
        return examples * shapes.stream().mapToLong(Shape::elements).sum();
    }
}
