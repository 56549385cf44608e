package org.nnlang.compiler.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nnlang.compiler.NnCompiler;

/** A SHA-256 over everything that a build depends on: names and contents, never times. */
final class Fingerprint {
    private static final String EXTENSION = ".nn";

    private final MessageDigest digest = sha256();

    /** The fingerprint of a text as UTF-8. */
    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The fingerprint of a file's content: that of a text, if the file holds it. */
    static String of(Path file) throws IOException {
        return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
    }

    /** Adds a text. */
    Fingerprint add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file's content under a name. */
    Fingerprint add(String name, Path file) throws IOException {
        return add(name).add(Files.readAllBytes(file));
    }

    /** Adds bytes, after their number: so that what follows cannot be taken for a part of them. */
    private Fingerprint add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Adds the `.nn` files in a folder or a jar; anything else in it does not matter. */
    Fingerprint addLibrary(Path library) throws IOException {
        add("library");
        if (Files.isDirectory(library)) {
            for (Path file : filesIn(library)) {
                if (file.toString().endsWith(EXTENSION)) {
                    add(library.relativize(file).toString(), file);
                }
            }
        } else if (Files.isRegularFile(library)) {
            addJar(library);
        }
        return this;
    }

    private void addJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(EXTENSION))
                    .toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    add(entry.getName()).add(content.readAllBytes());
                }
            }
        } catch (ZipException e) {
            throw new IOException("the library " + jar + " is not a jar: " + e.getMessage(), e);
        }
    }

    /** Adds the compiler's own code: its jar, or in its own build the folder of its classes. */
    Fingerprint addCompiler() throws IOException {
        CodeSource code = NnCompiler.class.getProtectionDomain().getCodeSource();
        if (code == null) {
            return this;
        }
        Path place;
        try {
            place = Path.of(code.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the compiler does not know where its code lies: " + code.getLocation(), e);
        }
        for (Path file : Files.isDirectory(place) ? filesIn(place) : List.of(place)) {
            add(place.relativize(file).toString(), file);
        }
        return this;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The digest as hexadecimal text; the fingerprint is used up. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
