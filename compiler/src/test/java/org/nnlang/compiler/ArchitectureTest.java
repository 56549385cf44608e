package org.nnlang.compiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms: data flows one way, and each library is known in one room only. */
@AnalyzeClasses(packages = "org.nnlang.compiler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_SYNTAX_KNOWS_ANTLR = noClasses()
            .that()
            .resideOutsideOfPackage("..compiler.syntax..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..", "org.nnlang.grammar..");

    @ArchTest
    static final ArchRule ONLY_JAVA_KNOWS_JAVAPOET = noClasses()
            .that()
            .resideOutsideOfPackage("..compiler.java..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir..");

    @ArchTest
    static final ArchRule AST_KNOWS_NO_MEANING = noClasses()
            .that()
            .resideInAPackage("..compiler.ast..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..compiler.model..", "..compiler.check..", "..compiler.graph..", "..compiler.java..");

    @ArchTest
    static final ArchRule MODEL_KNOWS_NOTHING_BEFORE_OR_AFTER_IT = noClasses()
            .that()
            .resideInAPackage("..compiler.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..compiler.ast..", "..compiler.check..", "..compiler.graph..", "..compiler.java..");

    @ArchTest
    static final ArchRule GRAPH_KNOWS_NO_AST = noClasses()
            .that()
            .resideInAnyPackage("..compiler.graph..", "..compiler.pass..", "..compiler.memory..", "..compiler.java..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..compiler.ast..", "..compiler.check..", "..compiler.syntax..", "..compiler.library..");

    @ArchTest
    static final ArchRule LINT_TRIES_MEANINGS_ONLY = noClasses()
            .that()
            .resideInAPackage("..compiler.lint..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..compiler.ast..",
                    "..compiler.syntax..",
                    "..compiler.check..",
                    "..compiler.library..",
                    "..compiler.pass..",
                    "..compiler.memory..",
                    "..compiler.java..");

    @ArchTest
    static final ArchRule NOTHING_LEANS_ON_LINT = noClasses()
            .that()
            .resideInAPackage("org.nnlang.compiler.(*)..")
            .and()
            .resideOutsideOfPackage("..compiler.lint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..compiler.lint..");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("org.nnlang.compiler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_RUNTIME_IS_MET_IN_TESTS_ONLY =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.nnlang.runtime..");
}
