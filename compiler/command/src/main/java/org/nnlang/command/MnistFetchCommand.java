package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nnlang.runtime.data.MnistFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads MNIST's four files and checks their content. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Downloads MNIST's four files (11 MB) to a folder, and checks their content.",
        footer = {"", "Example:", "  nn mnist fetch data/mnist"})
final class MnistFetchCommand implements Callable<Integer> {
    private static final List<String> MIRRORS = List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/");

    private final List<String> mirrors;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FOLDER", description = "Where the files go; made if it is not there.")
    private Path folder;

    MnistFetchCommand() {
        this(MIRRORS);
    }

    /** Fetches from other places, such as a server of a test. */
    MnistFetchCommand(List<String> mirrors) {
        this.mirrors = mirrors;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        Download download = new Download(mirrors, command.commandLine().getErr());
        for (MnistFile file : MnistFile.values()) {
            if (isRight(file)) {
                command.commandLine().getErr().println(file.fileName() + " is there already");
            } else {
                download.fetch(file, folder);
            }
        }
        command.commandLine().getOut().println(folder);
        return 0;
    }

    private boolean isRight(MnistFile file) {
        Path there = file.find(folder).orElse(null);
        if (there == null) {
            return false;
        }
        try {
            file.verify(folder);
            return true;
        } catch (IOException e) {
            if (!there.getFileName().toString().equals(file.fileName() + ".gz")) {
                throw new Failure(e.getMessage() + "; remove that file, then fetch again");
            }
            command.commandLine().getErr().println(e.getMessage() + "; it is fetched again");
            return false;
        }
    }
}
