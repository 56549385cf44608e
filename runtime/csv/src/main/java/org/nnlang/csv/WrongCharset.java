package org.nnlang.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the first bytes of a file that are no character of a charset, which readers do not tell. */
final class WrongCharset {
    private WrongCharset() {}

    static CsvException in(Path file, Charset charset, CharacterCodingException cause) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        CharBuffer chars = CharBuffer.allocate(1 << 14);
        long line = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            boolean ended = false;
            while (!ended) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result = decoder.decode(bytes, chars, ended);
                chars.flip();
                line += chars.chars().filter(c -> c == '\n').count();
                chars.clear();
                if (result.isError()) {
                    return new CsvException(
                            file,
                            line,
                            String.format(
                                    "the byte %02X begins no character of %s: give the charset in which the file was"
                                            + " written by CsvFormat.withCharset, such as ISO-8859-1 or windows-1252",
                                    bytes.get(bytes.position()) & 0xff, charset),
                            cause);
                }
                bytes.compact();
            }
        }
        return new CsvException(
                file, line, "the file is no text of " + charset + ", or changed while it was read", cause);
    }
}
