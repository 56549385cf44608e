package org.nnlang.compiler.java;

import java.util.regex.Pattern;

/** The last touch to generated text, where JavaPoet's layout is not what people write. */
final class SourceLayout {
    /** A blank line between two fields that take one line each. */
    private static final String FIELD =
            "(?:(?:private )?(?:static )?final [^\\n{]+|private [\\w\\[\\].<>]+ \\w+(?: = [^\\n]+)?)";

    private static final Pattern BETWEEN_FIELDS =
            Pattern.compile("(?m)^( +" + FIELD + ";\\n)\\n(?= +" + FIELD + ";\\n)");

    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n +\\}");

    private SourceLayout() {}

    static String tidy(String text) {
        return EMPTY_BODY.matcher(BETWEEN_FIELDS.matcher(text).replaceAll("$1")).replaceAll("{}");
    }
}
