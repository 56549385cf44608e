package org.nnlang.compiler.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

/** Reads `.nn` files: strict UTF-8, with or without a byte order mark. */
public final class SourceFiles {
    private static final long LARGEST = 16L << 20;

    private SourceFiles() {}

    /**
     * Reads a file; null, with the reason reported, where it is not text, too large, empty, or cannot be read.
     *
     * @param name how diagnostics call it: relative to its source folder, with forward slashes
     */
    public static @Nullable SourceFile read(Path file, String name, Diagnostics diagnostics) {
        byte[] bytes;
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                String message =
                        "the file has " + size + " bytes, more than the " + LARGEST + " that a source may have";
                return reject(Code.FILE_TOO_LARGE, name, message, "split it into several files", diagnostics);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            String reason = Files.exists(file) ? String.valueOf(e.getMessage()) : "it does not exist";
            return reject(Code.UNREADABLE_FILE, name, "the file cannot be read: " + reason, "", diagnostics);
        }
        return decode(bytes, name, diagnostics);
    }

    /** Decodes the bytes of a file; null, with the reason reported, where they are not text or there is none. */
    static @Nullable SourceFile decode(byte[] bytes, String name, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(input, output, true);
        String text = output.flip().toString();
        if (result.isError()) {
            SourceFile readable = new SourceFile(name, text);
            Span place = new Span(readable, text.length(), text.length());
            diagnostics.report(Diagnostic.of(
                            Code.NOT_UTF8,
                            place,
                            String.format(
                                    "byte %d of the file (0x%02X) is not UTF-8",
                                    input.position(), bytes[input.position()]),
                            "readable up to here")
                    .help("save the file as UTF-8"));
            return null;
        }
        if (text.isBlank() || text.equals("\uFEFF")) {
            return reject(
                    Code.EMPTY_FILE,
                    name,
                    "the file is empty",
                    "begin with `model Name { ... }`, or remove the file",
                    diagnostics);
        }
        return new SourceFile(name, text);
    }

    private static @Nullable SourceFile reject(
            Code code, String name, String message, String help, Diagnostics diagnostics) {
        Diagnostic error = Diagnostic.of(code, new Span(new SourceFile(name, ""), 0, 0), message, "");
        diagnostics.report(help.isEmpty() ? error : error.help(help));
        return null;
    }
}
