package org.nnlang.runtime.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A safetensors file whose header is read. */
final class OpenSafetensors implements OpenTensors {
    private static final int PIECE = 1 << 14;

    private final Path file;
    private final InputStream in;
    private final SafetensorsHeader header;

    private OpenSafetensors(Path file, InputStream in, SafetensorsHeader header) {
        this.file = file;
        this.in = in;
        this.header = header;
    }

    /** Opens a file, and leaves it open only where its header keeps all rules. */
    @SuppressWarnings("MustBeClosedChecker") // whoever opens it closes it
    static OpenSafetensors of(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new OpenSafetensors(file, in, SafetensorsHeader.read(in, file));
        } catch (IOException | RuntimeException | Error e) {
            in.close();
            throw e;
        }
    }

    SafetensorsHeader header() {
        return header;
    }

    @Override
    public List<TensorHeader> headers() {
        return header.entries().stream().map(OpenSafetensors::header).toList();
    }

    private static TensorHeader header(SafetensorsHeader.Entry entry) {
        return new TensorHeader(entry.name(), entry.shape());
    }

    @Override
    public void read(Target target) throws IOException {
        ElementReader reader = new ElementReader(in, ByteOrder.LITTLE_ENDIAN, file);
        float[] piece = new float[PIECE];
        for (SafetensorsHeader.Entry entry : header.entries()) {
            TensorHeader array = header(entry);
            reader.read(
                    entry.type(),
                    entry.shape().elements(),
                    entry.name(),
                    piece,
                    (from, values, count) -> target.take(array, from, values, count));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
