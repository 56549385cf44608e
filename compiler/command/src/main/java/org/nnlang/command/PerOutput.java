package org.nnlang.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.text.NearestName;

/**
 * An option whose value is for one output, or has a part for each of several: {@code a=this,b=that}, or given once an output.
 *
 * <p>What follows a comma begins another part only if it begins with an output's name and an equals sign, since values have commas
 * and settings themselves.
 */
final class PerOutput {
    private PerOutput() {}

    /**
     * Splits the values of an option.
     *
     * @param option its name, for messages
     * @param outputs the names of the model's outputs
     * @return the text for each output that has one, in the order of the texts; parts for one output are joined by commas
     */
    static Map<String, String> split(String option, List<String> texts, List<String> outputs) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String text : texts) {
            for (String part : parts(text, outputs)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? "" : part.substring(0, equals).strip();
                if (outputs.contains(name)) {
                    parts.merge(name, part.substring(equals + 1).strip(), (one, other) -> one + "," + other);
                } else if (isName(name)) {
                    throw new Failure(option + " " + part.strip() + ": the model has no output " + name
                            + "; did you mean " + NearestName.of(name, outputs).orElseThrow() + "? It has "
                            + String.join(", ", outputs));
                } else if (outputs.size() > 1) {
                    throw new Failure(option + " " + text + ": the model has the outputs " + String.join(", ", outputs)
                            + ": say which one is meant, as in " + option + " " + outputs.get(0) + "=" + part.strip());
                } else {
                    parts.merge(outputs.get(0), part.strip(), (one, other) -> one + "," + other);
                }
            }
        }
        return parts;
    }

    private static List<String> parts(String text, List<String> outputs) {
        List<String> parts = new ArrayList<>();
        for (String piece : text.split(",", -1)) {
            int equals = piece.indexOf('=');
            boolean begins =
                    equals >= 0 && outputs.contains(piece.substring(0, equals).strip());
            if (parts.isEmpty() || begins) {
                parts.add(piece);
            } else {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "," + piece);
            }
        }
        return parts;
    }

    /** Before the equals sign of a setting stands a colon, which no name has. */
    private static boolean isName(String text) {
        return !text.isEmpty() && text.indexOf(':') < 0;
    }
}
