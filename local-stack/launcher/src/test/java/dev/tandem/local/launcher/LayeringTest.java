package dev.tandem.local.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

// Think about layering before editing: the launcher starts jobs and the API as processes and never links to them.
class LayeringTest {
    private static final JavaClasses LAUNCHER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.local.launcher");

    @Test
    void whatItStartsIsNotOnItsClassPath() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tandem.etl..",
                        "dev.tandem.training..",
                        "dev.tandem.serving..",
                        "dev.tandem.streaming..",
                        "dev.tandem.runtime..",
                        "org.apache.spark..")
                .check(LAUNCHER);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.local.launcher.(*)..")
                .should()
                .beFreeOfCycles()
                .check(LAUNCHER);
    }
}
