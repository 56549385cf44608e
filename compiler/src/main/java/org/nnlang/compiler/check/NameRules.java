package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.InitializerDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.ast.ShapeNode;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.Symbol;

/**
 * The rules about names in one declaration, whether or not it is used: everything named is defined, before its use, once.
 *
 * <p>They look at what was written alone; a declaration that breaks one is marked as broken, and its uses are passed over.
 */
final class NameRules {
    private final FileScope file;
    private final Diagnostics diagnostics;
    private final NameWalk walk;

    NameRules(FileScope file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.walk = new NameWalk(file);
    }

    /** Checks every declaration of the file. */
    void check() {
        for (Declaration declaration : file.unit().declarations()) {
            if (!check(declaration)) {
                file.markBroken(declaration.name().text());
            }
        }
    }

    private boolean check(Declaration declaration) {
        Set<String> names = new LinkedHashSet<>();
        boolean sound = attempt(() -> parameters(declaration, names));
        if (declaration instanceof ComponentDeclaration component) {
            sound &= attempt(
                    () -> requireBody(declaration, component.statements() == null && component.expression() == null));
            if (component.statements() != null) {
                sound &= block(declaration, component, component.statements(), names);
            } else {
                sound &= attempt(() -> walk.check(component.expression(), names, declaration));
            }
        } else if (declaration instanceof FunctionDeclaration function) {
            sound &= attempt(() -> requireBody(declaration, function.body() == null));
            sound &= attempt(() -> walk.check(function.body(), names, declaration));
        } else if (declaration instanceof InitializerDeclaration initializer) {
            names.add("fan_in");
            names.add("fan_out");
            sound &= attempt(() -> requireBody(declaration, initializer.body() == null));
            sound &= attempt(() -> walk.check(initializer.body(), names, declaration));
        } else if (declaration instanceof ConstantDeclaration constant) {
            sound &= attempt(() -> walk.check(constant.value(), names, declaration));
        }
        return sound;
    }

    private boolean attempt(Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (CompilationException e) {
            diagnostics.report(e.diagnostic());
            return false;
        } catch (Poisoned e) {
            return false;
        }
    }

    private void parameters(Declaration declaration, Set<String> names) {
        boolean model = declaration instanceof ComponentDeclaration component
                && component.kind() == ComponentDeclaration.Kind.MODEL;
        if (declaration instanceof InitializerDeclaration) {
            names.add("fan_in");
            names.add("fan_out");
        }
        for (Parameter parameter : declaration.parameters()) {
            if (model && parameter.defaultValue() == null) {
                names.add(parameter.name().text());
            }
            if (parameter.defaultValue() != null) {
                walk.check(parameter.defaultValue(), names, declaration);
            } else if (model) {
                throw Errors.of(
                        Code.MISSING_DEFAULT,
                        parameter.span(),
                        "parameter `" + parameter.name() + "` of model `" + declaration.name() + "` has no default",
                        "needs a value",
                        "a model becomes one Java class, so every parameter needs a default: `" + parameter.name()
                                + " = ...`; a `layer` may leave it open");
            }
            if (parameter.shape() != null) {
                bindDimensions(parameter.shape(), names, declaration);
            }
            define(parameter.name(), names, "parameter");
        }
    }

    private static void requireBody(Declaration declaration, boolean missing) {
        if (missing && !NameWalk.mayBePrimitive(declaration)) {
            throw Errors.of(
                    Code.PRIMITIVE_OUTSIDE_LIBRARY,
                    declaration.name().span(),
                    "`" + declaration.name() + "` has no body",
                    "what does it do?",
                    declaration instanceof ComponentDeclaration
                            ? "write `{ input ... output ... }` or `= ...` after it"
                            : "write its formula after `=`");
        }
    }

    private boolean block(
            Declaration declaration, ComponentDeclaration component, List<Statement> statements, Set<String> names) {
        boolean sound = true;
        Set<String> later = new LinkedHashSet<>();
        statements.forEach(statement -> {
            Identifier name = nameOf(statement);
            if (name != null) {
                later.add(name.text());
            }
        });
        boolean output = false;
        boolean input = false;
        for (Statement statement : statements) {
            output |= statement instanceof Statement.Output;
            input |= statement instanceof Statement.Input;
            sound &= attempt(() -> statement(declaration, statement, names, later));
            Identifier name = nameOf(statement);
            if (name != null) {
                names.add(name.text());
            }
        }
        if (!output) {
            sound &= attempt(() -> missing(component, Code.NO_OUTPUT, "output", "output y = ..."));
        }
        if (!input) {
            sound &= attempt(() -> missing(component, Code.NO_INPUT, "input", "input x: [n]"));
        }
        return sound;
    }

    private static void missing(ComponentDeclaration component, Code code, String what, String example) {
        throw Errors.of(
                code,
                component.name().span(),
                component.kind().keyword() + " `" + component.name() + "` has no " + what,
                "declared here",
                "add `" + example + "` to its block");
    }

    private void statement(Declaration declaration, Statement statement, Set<String> names, Set<String> later) {
        walk.laterInBlock(later);
        if (statement instanceof Statement.Input input) {
            bindDimensions(input.shape(), names, declaration);
            define(input.name(), names, "name");
        } else if (statement instanceof Statement.Weight weight) {
            weight.shape().dimensions().forEach(size -> walk.check(size.expression(), names, declaration));
            walk.check(weight.initializer(), names, declaration);
            define(weight.name(), names, "name");
        } else if (statement instanceof Statement.Let let) {
            walk.check(let.value(), names, declaration);
            define(let.name(), names, "name");
        } else if (statement instanceof Statement.Output output) {
            if (output.shape() != null) {
                output.shape().dimensions().forEach(size -> walk.check(size.expression(), names, declaration));
            }
            walk.check(output.value(), names, declaration);
            define(output.name(), names, "name");
        } else if (statement instanceof Statement.Require require) {
            walk.check(require.condition(), names, declaration);
            placeholders(require, names);
        }
    }

    private static void placeholders(Statement.Require require, Set<String> names) {
        Matcher matcher = Requirements.PLACEHOLDER.matcher(require.message().value());
        while (matcher.find()) {
            String name = matcher.group(1).trim();
            if (!names.contains(name)) {
                throw new CompilationException(
                        Errors.unknownName(name, require.message().span(), new ArrayList<>(names)));
            }
        }
    }

    /** The names in a shape of what comes in are bound by it; everything else must be known. */
    private void bindDimensions(ShapeNode shape, Set<String> names, Declaration declaration) {
        for (ShapeNode.Dimension dimension : shape.dimensions()) {
            if (dimension.expression() instanceof Expression.Reference reference) {
                String name = reference.name().text();
                boolean model = declaration instanceof ComponentDeclaration component
                        && component.kind() == ComponentDeclaration.Kind.MODEL;
                Symbol symbol = file.lookup(name);
                boolean constant = symbol != null && symbol.declaration() instanceof ConstantDeclaration;
                if (model && !names.contains(name) && !constant) {
                    throw new CompilationException(Errors.unknownName(name, reference.span(), names)
                            .help("a model's inputs have fixed sizes; give `" + name + "` a value as a parameter"));
                }
                names.add(name);
            } else {
                walk.check(dimension.expression(), names, declaration);
            }
        }
    }

    private static @Nullable Identifier nameOf(Statement statement) {
        if (statement instanceof Statement.Input input) {
            return input.name();
        }
        if (statement instanceof Statement.Weight weight) {
            return weight.name();
        }
        if (statement instanceof Statement.Let let) {
            return let.name();
        }
        return statement instanceof Statement.Output output ? output.name() : null;
    }

    private static void define(Identifier name, Set<String> names, String what) {
        if (!names.add(name.text())) {
            throw Errors.of(
                    Code.DUPLICATE_NAME,
                    name.span(),
                    "the " + what + " `" + name + "` is already defined here",
                    "defined again",
                    "choose another name");
        }
    }

    static CompilationException fanOutsideInitializer(Identifier name) {
        return new CompilationException(Diagnostic.of(
                        Code.FAN_OUTSIDE_INITIALIZER,
                        name.span(),
                        "`" + name + "` exists only inside an initializer",
                        "no weight is known here")
                .help("declare an initializer: `initializer mine = uniform(-1 / sqrt(fan_in), 1 / sqrt(fan_in))`"));
    }
}
