package org.nnlang.compiler.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page on each code that {@code nn explain} shows: what it means, with a wrong and a right example. */
public final class Explanations {
    private Explanations() {}

    /** The page on a code such as {@code N301}, in Markdown; empty where there is no such code. */
    public static Optional<String> of(String code) {
        for (Code known : Code.values()) {
            if (known.id().equalsIgnoreCase(code)) {
                return Optional.of(read(known.id()));
            }
        }
        return Optional.empty();
    }

    private static String read(String id) {
        try (InputStream page = Explanations.class.getResourceAsStream("explanations/" + id + ".md")) {
            if (page == null) {
                throw new IllegalStateException("there is no page on " + id);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
