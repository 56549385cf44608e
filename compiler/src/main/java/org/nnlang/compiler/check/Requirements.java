package org.nnlang.compiler.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;

/** {@code require}: what it refuses is reported at the place of the call, with the values that the message names. */
final class Requirements {
    /** A name between braces. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private Requirements() {}

    static void check(Evaluator evaluator, Statement.Require statement, Scope scope, Application application) {
        if (evaluator.truth(statement.condition(), scope)) {
            return;
        }
        Diagnostic diagnostic = Diagnostic.of(
                Code.REQUIREMENT,
                application.instance().span(),
                message(statement.message().value(), scope),
                "");
        if (!scope.file().packageName().startsWith("nn.")) {
            diagnostic = diagnostic.because(statement.condition().span(), "required here");
        }
        throw new CompilationException(diagnostic);
    }

    /** A message with the values that its placeholders name. */
    static String message(String template, Scope scope) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Meaning value = scope.lookup(matcher.group(1).trim());
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(value == null ? matcher.group() : Meanings.text(value)));
        }
        return matcher.appendTail(text).toString();
    }
}
