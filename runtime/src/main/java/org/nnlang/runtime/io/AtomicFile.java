package org.nnlang.runtime.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes a file wholly or not at all: into a temporary file in the same folder, then moved over the old one. */
public final class AtomicFile {
    /** What puts the bytes into the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String TEMPORARY_SUFFIX = ".tmp";

    /** What temporary files are called after their prefix. */
    private static final Pattern UNIQUE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private AtomicFile() {}

    /**
     * Writes a file. If anything fails, an older file of that name stays as it was.
     *
     * @throws NoSuchFileException if the folder does not exist
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file name");
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such folder to write " + file + " into");
        }
        Path temporary = folder.resolve(temporaryPrefix(target) + UUID.randomUUID() + TEMPORARY_SUFFIX);
        try {
            try (FileChannel channel =
                            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                // Else the name could be on the disk before the bytes are, when the power goes.
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes what processes left that were killed while they wrote a file; nobody may be writing it now. */
    public static void deleteLeftovers(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file name");
        DirectoryStream.Filter<Path> isLeftover = path -> {
            String name = path.getFileName().toString();
            String prefix = temporaryPrefix(target);
            // The prefix alone could also be the beginning of another file's.
            return name.startsWith(prefix)
                    && UNIQUE.matcher(name.substring(prefix.length())).matches();
        };
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, isLeftover)) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static String temporaryPrefix(Path target) {
        return "." + target.getFileName() + ".";
    }
}
