package org.nnlang.training;

import java.util.List;
import org.nnlang.runtime.Loss;

/**
 * What one output is trained for, and judged by.
 *
 * @param loss what training makes small
 * @param weight its share in the whole loss
 * @param metrics which every example counts alike in
 * @param weightedMetrics which an example counts in by its weight
 */
record Goal(Loss loss, double weight, List<Metric> metrics, List<Metric> weightedMetrics) {}
