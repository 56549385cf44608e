package org.nnlang.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * How a file is written.
 *
 * @param delimiter between the fields of a line
 * @param quote around fields that have delimiters, quotes (doubled) or line breaks in them
 * @param header whether the first line has the names of the columns
 * @param charset of the text; a byte order mark of UTF-8 is passed over
 * @param missing the texts that stand for a value that is not known; surrounding blanks do not count
 */
public record CsvFormat(char delimiter, char quote, boolean header, Charset charset, Set<String> missing) {
    /** Commas, double quotes, a header, UTF-8, and empty fields where a value is missing. */
    public static final CsvFormat DEFAULT = new CsvFormat(',', '"', true, StandardCharsets.UTF_8, Set.of(""));

    /** Checks that delimiter and quote differ. */
    public CsvFormat {
        if (delimiter == quote) {
            throw new IllegalArgumentException("delimiter and quote must differ, both are '" + quote + "'");
        }
        if (delimiter == '\n' || delimiter == '\r' || quote == '\n' || quote == '\r') {
            throw new IllegalArgumentException("neither delimiter nor quote can be a line break");
        }
        missing = Set.copyOf(missing);
    }

    /** The same with another delimiter. */
    public CsvFormat withDelimiter(char other) {
        return new CsvFormat(other, quote, header, charset, missing);
    }

    /** The same with another quote. */
    public CsvFormat withQuote(char other) {
        return new CsvFormat(delimiter, other, header, charset, missing);
    }

    /** The same without a header: columns are told by their index only. */
    public CsvFormat withoutHeader() {
        return new CsvFormat(delimiter, quote, false, charset, missing);
    }

    /** The same with another encoding of the text. */
    public CsvFormat withCharset(Charset other) {
        return new CsvFormat(delimiter, quote, header, other, missing);
    }

    /** The same with other texts for values that are not known, such as {@code ""}, {@code "NA"} and {@code "?"}. */
    public CsvFormat withMissing(String... texts) {
        return new CsvFormat(delimiter, quote, header, charset, Set.of(texts));
    }
}
