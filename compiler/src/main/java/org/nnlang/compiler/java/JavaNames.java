package org.nnlang.compiler.java;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * How names of the language are spelt in Java.
 *
 * <p>Everything here is a function of the name alone. {@code my_model}, {@code my-model} and {@code myModel} become {@code MyModel} as
 * a class and {@code myModel} elsewhere; a path such as {@code residual[2].dense} becomes {@code residual2Dense}. A word that Java
 * keeps for itself gets an underscore at its end.
 */
public final class JavaNames {
    /** Words that Java takes only where a type is declared, or that begin a statement. */
    private static final Set<String> RESTRICTED = Set.of("record", "var", "yield", "sealed", "permits", "when", "_");

    /** What generated code calls by its simple name without an import: a class so named would hide it from its whole package. */
    private static final Set<String> JAVA_LANG = Set.of(
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Math",
            "Object",
            "Override",
            "String",
            "SuppressWarnings",
            "System");

    private JavaNames() {}

    /** The name of a class. */
    public static String className(String name) {
        String words = camelCase(name);
        String type = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return JAVA_LANG.contains(type) ? type + "_" : legal(type);
    }

    /** The name of a method. */
    public static String methodName(String name) {
        return legal(decapitalised(name));
    }

    /** The name of a field, a parameter or a local variable. */
    public static String variableName(String name) {
        return legal(decapitalised(name));
    }

    /** The name of a constant. */
    public static String constantName(String name) {
        StringBuilder words = new StringBuilder();
        String camel = decapitalised(name);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            boolean wordBegins = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(camel.charAt(i - 1));
            words.append(wordBegins ? "_" : "").append(c);
        }
        return words.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Why a name of the language, as it is written, cannot be a name of Java; nothing if it can.
     *
     * <p>For names that a Java programmer will write: of models, inputs, outputs, layers and packages.
     */
    public static Optional<String> problem(String name) {
        if (SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)) {
            return Optional.of("`" + name + "` is a word of the Java language");
        }
        if (RESTRICTED.contains(name)) {
            return Optional.of("`" + name + "` is a word that Java restricts");
        }
        if (name.chars().noneMatch(Character::isLetter)) {
            return Optional.of("`" + name + "` has no letter, so that no Java name can be made of it");
        }
        return name.chars().allMatch(Character::isJavaIdentifierPart)
                ? Optional.empty()
                : Optional.of("`" + name + "` has a character that a Java name cannot have");
    }

    private static String decapitalised(String name) {
        String words = camelCase(name);
        int capitals = 0;
        while (capitals < words.length() && Character.isUpperCase(words.charAt(capitals))) {
            capitals++;
        }
        boolean acronymThenWord =
                capitals > 1 && capitals < words.length() && Character.isLowerCase(words.charAt(capitals));
        int lowered = acronymThenWord ? capitals - 1 : capitals;
        return words.substring(0, lowered).toLowerCase(Locale.ROOT) + words.substring(lowered);
    }

    /** The words of a name, each but the first with a capital. */
    private static String camelCase(String name) {
        StringBuilder words = new StringBuilder();
        boolean wordBegins = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' || !Character.isJavaIdentifierPart(c)) {
                wordBegins = true;
            } else {
                words.append(wordBegins && words.length() > 0 ? Character.toUpperCase(c) : c);
                wordBegins = false;
            }
        }
        if (words.length() == 0) {
            return "unnamed";
        }
        return Character.isJavaIdentifierStart(words.charAt(0)) ? words.toString() : "n" + words;
    }

    private static String legal(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || RESTRICTED.contains(name) ? name + "_" : name;
    }
}
