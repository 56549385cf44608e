package org.nnlang.runtime.io;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Files beside these tests. */
final class Resources {
    private Resources() {}

    static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Resources.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
