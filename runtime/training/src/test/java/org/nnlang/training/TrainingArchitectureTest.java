package org.nnlang.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What training may use, and which of its packages may know which. */
@AnalyzeClasses(packages = "org.nnlang.training", importOptions = ImportOption.DoNotIncludeTests.class)
class TrainingArchitectureTest {
    @ArchTest
    static final ArchRule needsNothingButTheRuntimeAndTheJdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.nnlang.runtime..", "org.nnlang.training..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule usesNoReflection = noClasses()
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
            slices().matching("org.nnlang.training.(*)..").should().beFreeOfCycles();

    /** So that a user's losses, which the compiler makes in the same way, need nothing of training either. */
    @ArchTest
    static final ArchRule generatedLossesNeedTheRuntimeAlone = noClasses()
            .that()
            .resideInAPackage("..training.loss..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.nnlang.training",
                    "..training.callback..",
                    "..training.math..",
                    "..training.metric..",
                    "..training.optimizer..",
                    "..training.progress..",
                    "..training.schedule..");

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
