package dev.tandem.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

// Think about layering before editing: what core depends on, every process depends on.
class LayeringTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.core");

    @Test
    void dependsOnTheJdkJacksonPicocliAndJSpecifyOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tandem.core..",
                        "java..",
                        "jdk.incubator.vector..",
                        "com.fasterxml.jackson..",
                        "picocli..",
                        "org.jspecify..")
                .check(CORE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void theKernelAndTheSolverArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.tandem.core.topn..", "dev.tandem.core.factors..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "dev.tandem.core.topn..",
                        "dev.tandem.core.factors..",
                        "java..",
                        "jdk.incubator.vector..",
                        "org.jspecify..")
                .check(CORE);
    }

    @Test
    void oneClassAloneNeedsTheIncubatingModule() {
        noClasses()
                .that()
                .doNotHaveSimpleName("VectorScan")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(CORE);
    }
}
