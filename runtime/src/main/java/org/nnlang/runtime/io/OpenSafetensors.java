package org.nnlang.runtime.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A safetensors file whose header is read, and keeps all rules. */
final class OpenSafetensors implements OpenTensors {
    private static final int PIECE = 1 << 14;

    private final InputStream in;
    private final SafetensorsHeader header;
    private final ElementReader reader;

    private OpenSafetensors(Path file, InputStream in, SafetensorsHeader header) {
        this.in = in;
        this.header = header;
        this.reader = new ElementReader(in, ByteOrder.LITTLE_ENDIAN, file);
    }

    /** Opens a file, and leaves it open only where its header keeps all rules. */
    @SuppressWarnings("MustBeClosedChecker") // whoever opens it closes it
    static OpenSafetensors of(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            // The size of what is open, since another file may have taken its name meanwhile.
            return new OpenSafetensors(file, in, SafetensorsHeader.read(in, channel.size(), file));
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** The strings under {@code __metadata__}. */
    Map<String, String> metadata() {
        return header.metadata();
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

    /** All arrays as a whole, in place of {@link #read(Target)}. */
    List<NamedArray> read() throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            float[] values = reader.read(entry.type(), entry.shape().elements(), entry.name());
            arrays.add(new NamedArray(entry.name(), entry.shape(), values));
        }
        return arrays;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
