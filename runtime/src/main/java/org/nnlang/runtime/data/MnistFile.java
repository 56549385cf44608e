package org.nnlang.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nnlang.runtime.ModelFormatException;

/** The four files of MNIST (LeCun, Cortes and Burges, 1998). */
public enum MnistFile {
    /** 60,000 images. */
    TRAIN_IMAGES("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb"),
    /** Their labels. */
    TRAIN_LABELS("train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624"),
    /** 10,000 images of other writers. */
    TEST_IMAGES("t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea"),
    /** Their labels. */
    TEST_LABELS("t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637");

    private final String fileName;
    private final String md5;

    MnistFile(String fileName, String md5) {
        this.fileName = fileName;
        this.md5 = md5;
    }

    /** The usual name of the inflated file. */
    public String fileName() {
        return fileName;
    }

    /** The MD5 of the inflated file: compressed copies differ from one another. */
    public String md5() {
        return md5;
    }

    /** The file in a folder, plain or gzip, with either spelling of its name; none where it is not there. */
    public Optional<Path> find(Path folder) {
        return names().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Reads the file.
     *
     * @throws NoSuchFileException if none of its names is in the folder
     */
    IdxFile read(Path folder) throws IOException {
        return IdxFile.read(path(folder));
    }

    /**
     * Checks that the content is MNIST's own, whatever its compression.
     *
     * @throws ModelFormatException if it is not
     */
    public void verify(Path folder) throws IOException {
        Path path = path(folder);
        IdxFile content = IdxFile.read(path);
        MessageDigest digest = newMd5();
        digest.update(content.header());
        String found = HexFormat.of().formatHex(digest.digest(content.data()));
        if (!found.equals(md5)) {
            throw new ModelFormatException(
                    path + ": not the content of MNIST: its MD5, inflated, is " + found + ", expected " + md5);
        }
    }

    private Path path(Path folder) throws NoSuchFileException {
        return find(folder)
                .orElseThrow(() -> new NoSuchFileException(
                        folder.toString(), null, "none of " + names().toList() + " is in this folder"));
    }

    private Stream<String> names() {
        String dotted = fileName.replace("-idx", ".idx");
        return List.of(fileName, dotted, fileName + ".gz", dotted + ".gz").stream();
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
