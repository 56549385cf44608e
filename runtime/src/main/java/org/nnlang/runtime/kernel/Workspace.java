package org.nnlang.runtime.kernel;

import java.util.Arrays;

/** The scratch memory that kernels use during one call: of one session, and so of one thread; made by those kernels. */
public class Workspace {
    /** How many numbers functions of elements take at a time, which then stay in the first-level cache. */
    public static final int BLOCK = 1024;

    private ElementFunctions functions;
    private float[][] blocks = {};

    Workspace(ElementFunctions functions) {
        this.functions = functions;
    }

    /** The functions of elements that belong to these kernels. */
    public ElementFunctions functions() {
        return functions;
    }

    /** Takes other functions of elements, of the same bits, in the place of those that it has. */
    void useFunctions(ElementFunctions others) {
        functions = others;
    }

    /**
     * Sets the most threads of this session's calculations, in the place of {@link Threads#count()}. Kernels may use fewer.
     *
     * @param count from 1, which means the calling thread alone
     * @throws IllegalArgumentException if there are less than 1 or more than {@link Threads#MOST}
     */
    public void useThreads(int count) {
        Threads.requireCount(count);
    }

    /**
     * Memory of at least {@link #BLOCK} numbers for one step's values in between, left as another step left it.
     *
     * @param index from 0; made at the first use
     */
    public float[] block(int index) {
        if (index >= blocks.length) {
            grow(index + 1);
        }
        return blocks[index];
    }

    private void grow(int count) {
        float[][] more = Arrays.copyOf(blocks, count);
        for (int i = blocks.length; i < count; i++) {
            more[i] = newBlock();
        }
        blocks = more;
    }

    /**
     * Memory of at least {@link #BLOCK} numbers, in loops with others of the kind.
     *
     * <p>A quarter of 4,096 bytes longer: a processor compares the lowest 12 bits of addresses to find out whether a number to be
     * read is still being written, and so would wait for other arrays' numbers.
     */
    static float[] newBlock() {
        return new float[BLOCK + 252];
    }
}
