package org.nnlang.compiler.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the last build depended on and wrote: a text file with a line each.
 *
 * @param state the fingerprint of everything that it depended on
 * @param files the fingerprint of each written file, by its path relative to the output folder
 */
record BuildManifest(String state, Map<String, String> files) {
    private static final String HEADER = "nnlang build 1";

    /** Reads a manifest; one that is missing or of another form is empty, so that everything is built anew. */
    static BuildManifest read(Path file) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return new BuildManifest("", files);
        }
        // Not readAllLines, which throws on damaged text.
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
            return new BuildManifest("", files);
        }
        for (String line : lines.subList(2, lines.size())) {
            int space = line.indexOf(' ');
            if (space > 0) {
                files.put(line.substring(space + 1), line.substring(0, space));
            }
        }
        return new BuildManifest(lines.get(1), files);
    }

    /** Writes it. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEADER + "\n" + state + "\n");
        files.forEach((path, fingerprint) ->
                text.append(fingerprint).append(' ').append(path).append('\n'));
        SafeFile.write(file, text.toString());
    }

    /** Whether every file of the last build is there as it was written. */
    boolean outputsAreIntact(Path outputFolder) throws IOException {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Path file = outputFolder.resolve(entry.getKey());
            if (!Files.isRegularFile(file) || !Fingerprint.of(file).equals(entry.getValue())) {
                return false;
            }
        }
        return true;
    }
}
