package org.nnlang.samples.mnist;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a training can be told.
 *
 * @param folder with MNIST's files, or null to look for one
 * @param epochs how many times each image is learned from
 * @param seed of the first weights, of the order of the images and of dropout
 * @param save the file that the weights go to, or null for one beside the pictures
 */
record TrainingArguments(
        @Nullable Path folder,
        int epochs,
        long seed,
        @Nullable Path save) {
    private static final String USAGE = "expected [FOLDER] [--epochs N] [--seed N] [--save FILE]";
    private static final long SEED = 42;

    /** Reads the words of a command. */
    static TrainingArguments of(String[] words, int epochs) throws UsageException {
        TrainingArguments arguments = new TrainingArguments(null, epochs, SEED, null);
        for (int i = 0; i < words.length; i++) {
            boolean option = words[i].startsWith("--");
            if (option && i + 1 == words.length) {
                throw new UsageException(USAGE + ", got " + words[i] + " without what comes after it");
            }
            arguments = option ? arguments.with(words[i], words[++i]) : arguments.withFolder(words[i]);
        }
        return arguments;
    }

    private TrainingArguments with(String option, String value) throws UsageException {
        return switch (option) {
            case "--epochs" -> new TrainingArguments(folder, (int) number(option, value, 1, 10_000), seed, save);
            case "--seed" ->
                new TrainingArguments(folder, epochs, number(option, value, Long.MIN_VALUE, Long.MAX_VALUE), save);
            case "--save" -> new TrainingArguments(folder, epochs, seed, Path.of(value));
            default -> throw new UsageException(USAGE + ", got " + option);
        };
    }

    /** Weights are no second word here, as they are where images are only classified: they would be overwritten. */
    private TrainingArguments withFolder(String value) throws UsageException {
        if (folder != null) {
            throw new UsageException(USAGE + ", got the folders " + folder + " and " + value
                    + "; ClassifyDigits takes a folder and weights");
        }
        return new TrainingArguments(Path.of(value), epochs, seed, save);
    }

    private static long number(String option, String value, long least, long most) throws UsageException {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " takes a whole number, got " + value);
        }
        throw new UsageException(option + " takes a number from " + least + " to " + most + ", got " + value);
    }
}
