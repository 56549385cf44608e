package org.nnlang.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the runtime may use, and which of its packages may know which. */
@AnalyzeClasses(packages = "org.nnlang.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeArchitectureTest {
    @ArchTest
    static final ArchRule needsNothingButTheJdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.nnlang.runtime..", "org.jspecify.annotations", "jdk.incubator.vector");

    @ArchTest
    static final ArchRule onlyVectorKernelsNeedTheIncubator = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Vector")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector");

    @ArchTest
    static final ArchRule usesNoReflection = noClasses()
            .that()
            .haveNameNotMatching(".*[.](VectorModule|VectorSegment|VectorTile[0-9].*)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader");

    /** Below the root, which holds what all share and what users see. */
    @ArchTest
    static final ArchRule packagesBelowTheRootHaveNoCycles =
            slices().matching("org.nnlang.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelsKnowNothingElse = noClasses()
            .that()
            .resideInAPackage("..runtime.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nnlang.runtime", "..runtime.init..", "..runtime.io..", "..runtime.data..");

    /** The bits of Math's functions may differ from machine to machine. */
    @ArchTest
    static final ArchRule arithmeticHasTheSameBitsEverywhere = noClasses()
            .should()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "expm1", double.class)
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "log1p", double.class)
            .orShould()
            .callMethod(Math.class, "log10", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class)
            .orShould()
            .callMethod(Math.class, "tanh", double.class)
            .orShould()
            .callMethod(Math.class, "sin", double.class)
            .orShould()
            .callMethod(Math.class, "cos", double.class)
            .orShould()
            .callMethod(Math.class, "hypot", double.class, double.class);
}
