package org.nnlang.compiler.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.compiler.source.SourcePosition;
import org.nnlang.compiler.source.Span;

/** Diagnostics as JSON for tools: the same facts as the text, one object a line. */
public final class JsonFormatter {
    private JsonFormatter() {}

    /** One object a diagnostic, each on a line of its own. */
    public static String formatAll(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(diagnostic -> format(diagnostic) + "\n").collect(Collectors.joining());
    }

    private static String format(Diagnostic diagnostic) {
        return "{\"code\":" + quoted(diagnostic.code().id())
                + ",\"severity\":" + quoted(diagnostic.severity().toString())
                + ",\"message\":" + quoted(diagnostic.message())
                + "," + place(diagnostic.span())
                + ",\"label\":" + quoted(diagnostic.label())
                + ",\"related\":"
                + diagnostic.related().stream()
                        .map(label -> "{" + place(label.span()) + ",\"label\":" + quoted(label.text()) + "}")
                        .collect(Collectors.joining(",", "[", "]"))
                + ",\"help\":"
                + diagnostic.help().stream().map(JsonFormatter::quoted).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String place(Span span) {
        SourcePosition start = span.position();
        SourcePosition end = span.file().position(span.end());
        return "\"file\":" + quoted(span.file().name())
                + ",\"line\":" + start.line()
                + ",\"column\":" + start.column()
                + ",\"endLine\":" + end.line()
                + ",\"endColumn\":" + end.column();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
