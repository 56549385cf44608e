package org.nnlang.command;

import picocli.CommandLine.Command;

/** Gets and shows MNIST. */
@Command(
        name = "mnist",
        mixinStandardHelpOptions = true,
        description = "Gets and shows the handwritten digits of MNIST.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MnistFetchCommand.class, MnistShowCommand.class})
final class MnistCommand {}
