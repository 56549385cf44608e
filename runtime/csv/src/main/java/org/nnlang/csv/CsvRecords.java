package org.nnlang.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after another. */
final class CsvRecords implements Closeable {
    private static final int MAXIMUM_FIELDS = 1 << 20;

    private final Path file;
    private final CsvFormat format;
    private final BufferedReader text;
    private final CloseableIterator<CsvRecord> records;
    private @Nullable CsvRecord last;

    CsvRecords(Path file, CsvFormat format) throws IOException {
        this.file = file;
        this.format = format;
        // Unlike the readers of the library, this one refuses bytes that are no characters of the charset.
        this.text = Files.newBufferedReader(file, format.charset());
        try {
            passByteOrderMark();
        } catch (IOException e) {
            text.close();
            throw e;
        }
        this.records = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MAXIMUM_FIELDS)), text)
                .iterator();
    }

    private void passByteOrderMark() throws IOException {
        text.mark(1);
        try {
            if (text.read() != '\ufeff') {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            throw WrongCharset.in(file, format.charset(), e);
        }
    }

    /** The next record, or null after the last. */
    @Nullable
    CsvRecord next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            last = record;
            return record;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            if (cause instanceof CharacterCodingException coding) {
                throw WrongCharset.in(file, format.charset(), coding);
            }
            throw cause;
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CsvException(
                    file,
                    nextLine(),
                    "the record that begins here is not well-formed: " + cause.getMessage()
                            + "; a quote within a field is written twice, and the field in quotes",
                    e);
        }
    }

    /** Where the record after the last one begins. */
    private long nextLine() {
        if (last == null) {
            return 1;
        }
        long breaks = last.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        return last.getStartingLineNumber() + breaks + 1;
    }

    @Override
    public void close() throws IOException {
        records.close();
        text.close();
    }
}
