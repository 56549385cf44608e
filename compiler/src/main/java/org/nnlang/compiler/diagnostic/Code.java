package org.nnlang.compiler.diagnostic;

/**
 * The stable codes of all diagnostics.
 *
 * <p>N0 files and text, N1 syntax, N2 names and arguments, N3 shapes and numbers, N4 structure, N5 Java, N9 warnings. A code
 * is never given a second meaning: what `nn explain` says of it lies in {@code explanations/CODE.md} among the resources.
 */
public enum Code {
    NOT_UTF8("N001"),
    FILE_TOO_LARGE("N002"),
    EMPTY_FILE("N003"),
    UNREADABLE_FILE("N004"),

    UNEXPECTED_TEXT("N101"),
    UNTERMINATED_STRING("N102"),
    UNTERMINATED_COMMENT("N103"),
    UNCLOSED_BRACKET("N104"),
    MISSING_ARROW("N105"),
    MISSING_LET("N106"),
    SHAPE_WITHOUT_BRACKETS("N107"),
    FOREIGN_CONDITIONAL("N108"),
    NESTING_TOO_DEEP("N109"),
    BAD_NUMBER("N110"),

    UNKNOWN_NAME("N201"),
    UNKNOWN_ARGUMENT("N202"),
    TOO_MANY_ARGUMENTS("N203"),
    MISSING_ARGUMENT("N204"),
    DUPLICATE_NAME("N205"),
    USED_BEFORE_DEFINITION("N206"),
    UNKNOWN_IMPORT("N207"),
    CYCLIC_IMPORT("N208"),
    RECURSION("N209"),
    FAN_OUTSIDE_INITIALIZER("N210"),
    WRONG_KIND("N211"),
    MISSING_DEFAULT("N212"),
    PRIMITIVE_OUTSIDE_LIBRARY("N214"),
    PACKAGE_MISMATCH("N215"),

    UNEQUAL_SHAPES("N301"),
    OUTPUT_SHAPE_DIFFERS("N302"),
    INPUT_SHAPE_DIFFERS("N303"),
    FRACTIONAL_DIMENSION("N304"),
    NON_POSITIVE_DIMENSION("N305"),
    WRONG_NUMBER_OF_INPUTS("N306"),
    TOO_LARGE("N307"),
    NO_FANS("N308"),
    NOT_A_NUMBER("N309"),

    REQUIREMENT("N401"),
    UNUSED_BINDING("N402"),
    NO_OUTPUT("N403"),
    NO_INPUT("N404"),
    NOT_A_COMPILE_TIME_VALUE("N405"),
    STRUCTURE_DEPENDS_ON_DATA("N406"),
    MISPLACED_STATEMENT("N407"),

    NOT_A_JAVA_NAME("N501"),
    JAVA_NAMES_CLASH("N502"),

    EMPTY_MODEL("N901", Severity.WARNING),
    VALUE_NOT_FINITE("N902", Severity.WARNING),
    DERIVATIVE_NOT_FINITE("N903", Severity.WARNING),
    DERIVATIVE_DISAGREES("N904", Severity.WARNING),
    LOSS_WITHOUT_CLASS("N905", Severity.WARNING);

    private final String id;
    private final Severity severity;

    Code(String id) {
        this(id, Severity.ERROR);
    }

    Code(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** The code as people see it, such as {@code N301}. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }
}
