package dev.tandem.streaming;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

// Think about layering before editing: jobs never depend on one another.
class LayeringTest {
    private static final JavaClasses STREAMING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.streaming");

    @Test
    void ofTandemItKnowsCoreAndRuntimeOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.tandem.core..", "dev.tandem.runtime..", "dev.tandem.streaming..")
                                .or(not(resideInAPackage("dev.tandem.."))))
                .check(STREAMING);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.streaming.(*)..")
                .should()
                .beFreeOfCycles()
                .check(STREAMING);
    }
}
