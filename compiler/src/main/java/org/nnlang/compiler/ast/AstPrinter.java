package org.nnlang.compiler.ast;

import static org.nnlang.compiler.ast.ExpressionPrinter.inline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * A file in its canonical layout, which is what `nn fmt` writes: two spaces an indentation, one statement a line, a long pipe with its
 * arrows below each other.
 *
 * <p>Comments stay, single empty lines stay where the author left some, and printing what was printed changes nothing.
 */
public final class AstPrinter {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final CompilationUnit unit;
    private final Deque<Comment> comments;
    private final StringBuilder text = new StringBuilder();
    private int lastLine;
    private boolean first = true;

    private AstPrinter(CompilationUnit unit) {
        this.unit = unit;
        this.comments = new ArrayDeque<>(unit.comments());
    }

    /** Prints a file that has no syntax errors. */
    public static String print(CompilationUnit unit) {
        AstPrinter printer = new AstPrinter(unit);
        printer.file();
        return printer.text.toString();
    }

    private void file() {
        if (unit.packageName() != null) {
            // The name stands after the keyword, on the same line or a later one.
            item(unit.packageName().span(), "", "");
            line("package " + inline(unit.packageName()), "", unit.packageName().span());
        }
        for (Import each : unit.imports()) {
            item(each.span(), "", "");
            String alias = each.alias() == null ? "" : " as " + inline(each.alias());
            line("import " + inline(each.name()) + alias, "", each.span());
        }
        for (Declaration declaration : unit.declarations()) {
            item(declaration.span(), declaration.documentation(), "");
            declaration(declaration);
        }
        comments(Integer.MAX_VALUE, "");
    }

    private void declaration(Declaration declaration) {
        if (declaration instanceof ComponentDeclaration component) {
            component(component);
        } else if (declaration instanceof FunctionDeclaration function) {
            String head = function.kind().keyword() + " " + inline(function.name()) + parameters(function.parameters());
            bound(head, function.body(), "", function.span());
        } else if (declaration instanceof InitializerDeclaration initializer) {
            String parameters = initializer.parameters().isEmpty() ? "" : parameters(initializer.parameters());
            bound("initializer " + inline(initializer.name()) + parameters, initializer.body(), "", initializer.span());
        } else if (declaration instanceof ConstantDeclaration constant) {
            bound("let " + inline(constant.name()), constant.value(), "", constant.span());
        }
    }

    private void component(ComponentDeclaration component) {
        boolean written =
                unit.file().text().startsWith("(", component.name().span().end());
        String head = component.kind().keyword() + " " + inline(component.name())
                + (component.parameters().isEmpty() && !written ? "" : parameters(component.parameters()));
        List<Statement> statements = component.statements();
        if (statements == null) {
            bound(head, component.expression(), "", component.span());
            return;
        }
        text.append(head).append(" {\n");
        lastLine = component.name().span().position().line();
        first = true;
        for (Statement statement : statements) {
            item(statement.span(), documentation(statement), INDENT);
            statement(statement);
        }
        comments(component.span().end(), INDENT);
        line("}", "", component.span());
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.stream().map(ExpressionPrinter::inline).collect(ExpressionPrinter.list("(", ")"));
    }

    private static String documentation(Statement statement) {
        if (statement instanceof Statement.Input input) {
            return input.documentation();
        }
        if (statement instanceof Statement.Output output) {
            return output.documentation();
        }
        if (statement instanceof Statement.Weight weight) {
            return weight.documentation();
        }
        return statement instanceof Statement.Let let ? let.documentation() : "";
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Input input) {
            line("input " + inline(input.name()) + ": " + inline(input.shape()), "", input.span());
        } else if (statement instanceof Statement.Output output) {
            String shape = output.shape() == null ? "" : ": " + inline(output.shape());
            bound("output " + inline(output.name()) + shape, output.value(), INDENT, output.span());
        } else if (statement instanceof Statement.Weight weight) {
            String head =
                    (weight.trainable() ? "param " : "state ") + inline(weight.name()) + ": " + inline(weight.shape());
            bound(head, weight.initializer(), INDENT, weight.span());
        } else if (statement instanceof Statement.Let let) {
            bound("let " + inline(let.name()), let.value(), INDENT, let.span());
        } else if (statement instanceof Statement.Require require) {
            line("require " + inline(require.condition()) + ", " + inline(require.message()), "", require.span());
        }
    }

    /** A name with what it stands for; a pipe that is long, or was written on several lines, gets a line for each stage. */
    private void bound(String head, @Nullable Expression value, String indent, Span span) {
        if (value == null) {
            line(head, "", span);
            return;
        }
        String whole = head + " = " + inline(value);
        boolean several = value.span().text().contains("\n");
        if (!(value instanceof Expression.Pipe pipe) || (!several && indent.length() + whole.length() <= WIDTH)) {
            line(whole, "", span);
            return;
        }
        List<Stage> stages = pipe.stages();
        String begin = ExpressionPrinter.stage(stages.get(0));
        text.append(head).append(" =\n").append(indent).append(INDENT).append(begin);
        String before = "\n" + indent + INDENT + " ".repeat(begin.length()) + " -> ";
        for (int i = 1; i < stages.size(); i++) {
            String arrow = i == 1 ? " -> " : before;
            text.append(arrow).append(ExpressionPrinter.stage(stages.get(i)));
            int next = i + 1 < stages.size() ? stages.get(i + 1).value().span().start() : 0;
            while (!comments.isEmpty() && comments.getFirst().span().start() < next) {
                text.append("  ").append(comments.removeFirst().text().strip());
            }
        }
        line("", "", span);
    }

    private void line(String content, String indent, Span span) {
        text.append(indent).append(content).append('\n');
        lastLine = unit.file().position(Math.max(span.start(), span.end() - 1)).line();
        first = false;
    }

    /** What stands before a declaration or statement: comments, an empty line, its documentation and the indentation. */
    private void item(Span span, String documentation, String indent) {
        comments(span.start(), indent);
        int line = span.position().line();
        while (line > 1 && unit.file().line(line - 1).strip().startsWith("///")) {
            line--;
        }
        emptyLine(line);
        if (!documentation.isEmpty()) {
            documentation
                    .lines()
                    .forEach(each ->
                            text.append(indent).append(("/// " + each).strip()).append('\n'));
        }
        text.append(indent);
    }

    private void emptyLine(int line) {
        if (!first && line > 1 && unit.file().line(line - 1).isBlank()) {
            text.append('\n');
        }
        first = false;
    }

    /** The comments before an offset: beside what they follow, or on lines of their own. */
    private void comments(int offset, String indent) {
        while (!comments.isEmpty() && comments.getFirst().span().start() < offset) {
            Comment comment = Objects.requireNonNull(comments.pollFirst());
            int line = comment.span().position().line();
            if (line == lastLine && text.length() > 0) {
                text.setLength(text.length() - 1);
                text.append("  ").append(comment.text().strip()).append('\n');
            } else {
                emptyLine(line);
                text.append(indent).append(comment.text().strip()).append('\n');
            }
            lastLine = unit.file().position(comment.span().end()).line();
            first = false;
        }
    }
}
