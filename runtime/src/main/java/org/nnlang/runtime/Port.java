package org.nnlang.runtime;

/**
 * One input or output of a model.
 *
 * @param name its name in the `.nn` file
 * @param shape the sizes of one example
 */
public record Port(String name, Shape shape) {
    @Override
    public String toString() {
        return name + ": " + shape;
    }
}
