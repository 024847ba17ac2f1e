package dev.tandem.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

// Think about layering before editing: jobs know core and the runtime, and never one another's modules.
class LayeringTest {
    private static final JavaClasses TRAINING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.training");

    @Test
    void dependsOnCoreAndTheRuntimeAndNoOtherModule() {
        classes()
                .that()
                .resideInAPackage("dev.tandem.training..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tandem.training..",
                        "dev.tandem.core..",
                        "dev.tandem.runtime..",
                        "java..",
                        // The processor time of this process, which the benchmark compares.
                        "com.sun.management..",
                        "scala..",
                        "org.apache.spark..",
                        "org.apache.hadoop.fs..",
                        "org.apache.hadoop.conf..",
                        "com.fasterxml.jackson..",
                        "picocli..",
                        "org.jspecify..",
                        "org.slf4j..")
                .check(TRAINING);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.training.(*)..").should().beFreeOfCycles().check(TRAINING);
    }
}
