package org.nnlang.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of floats that grows by rows without being copied as a whole. */
final class Cells {
    private static final int CHUNK = 1 << 16;

    private final int columns;
    private final int rowsOfChunk;
    private final List<float[]> chunks = new ArrayList<>();
    private int rows;

    Cells(int columns) {
        this.columns = columns;
        this.rowsOfChunk = Math.max(1, CHUNK / Math.max(1, columns));
    }

    int rows() {
        return rows;
    }

    void add(float[] row) {
        rows = Math.addExact(rows, 1);
        if ((rows - 1) % rowsOfChunk == 0) {
            chunks.add(new float[rowsOfChunk * columns]);
        }
        System.arraycopy(row, 0, chunks.get(chunks.size() - 1), start(rows - 1), columns);
    }

    /** Gives back the room that no row took. */
    void trim() {
        int last = chunks.size() - 1;
        if (last >= 0) {
            int used = (rows - 1) % rowsOfChunk + 1;
            chunks.set(last, Arrays.copyOf(chunks.get(last), used * columns));
        }
    }

    float get(int row, int column) {
        return chunks.get(row / rowsOfChunk)[start(row) + column];
    }

    void set(int row, int column, float value) {
        chunks.get(row / rowsOfChunk)[start(row) + column] = value;
    }

    private int start(int row) {
        return row % rowsOfChunk * columns;
    }
}
