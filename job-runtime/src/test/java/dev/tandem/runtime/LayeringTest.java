package dev.tandem.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

// Think about layering before editing: what job-runtime knows of a job, every job is bound to.
class LayeringTest {
    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.runtime");

    @Test
    void ofTandemItKnowsCoreOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("dev.tandem.core..", "dev.tandem.runtime..")
                        .or(not(resideInAPackage("dev.tandem.."))))
                .check(RUNTIME);
    }

    @Test
    void onlyTheRunnerReadsTheClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("JobRunner")
                .should()
                .callMethod(Instant.class, "now")
                .check(RUNTIME);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.runtime.(*)..").should().beFreeOfCycles().check(RUNTIME);
    }
}
