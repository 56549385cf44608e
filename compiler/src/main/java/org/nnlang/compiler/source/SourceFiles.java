package org.nnlang.compiler.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;

/** Reads `.nn` files, which are UTF-8. */
public final class SourceFiles {
    private static final long LARGEST = 64L << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceFiles() {}

    /**
     * Reads a file.
     *
     * @param name how diagnostics call it
     * @return the text, or null where the file cannot be read, which is reported
     */
    public static @Nullable SourceFile read(Path file, String name, Diagnostics diagnostics) {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                diagnostics.report(at(
                        name,
                        Code.FILE_TOO_LARGE,
                        name + " has " + size + " bytes, more than " + (LARGEST >> 20) + " MiB"));
                return null;
            }
            return decode(Files.readAllBytes(file), name, diagnostics);
        } catch (NoSuchFileException e) {
            diagnostics.report(at(name, Code.UNREADABLE_FILE, "there is no file " + file));
        } catch (IOException e) {
            diagnostics.report(at(name, Code.UNREADABLE_FILE, "cannot read " + file + ": " + e.getMessage()));
        }
        return null;
    }

    private static @Nullable SourceFile decode(byte[] bytes, String name, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        output.flip();
        if (result.isError()) {
            SourceFile sound = new SourceFile(name, output.toString());
            Span place = new Span(sound, sound.text().length(), sound.text().length());
            diagnostics.report(Diagnostic.of(
                            Code.NOT_UTF8,
                            place,
                            "the file is not UTF-8: byte 0x" + Integer.toHexString(bytes[input.position()] & 0xFF)
                                    + " at offset " + input.position() + " begins no character",
                            "readable up to here")
                    .help("save it as UTF-8"));
            return null;
        }
        boolean marked = output.length() > 0 && output.charAt(0) == BYTE_ORDER_MARK;
        return new SourceFile(
                name, output.subSequence(marked ? 1 : 0, output.length()).toString());
    }

    private static Diagnostic at(String name, Code code, String message) {
        return Diagnostic.of(code, new Span(new SourceFile(name, ""), 0, 0), message, "");
    }
}
