package dev.tandem.etl;

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

// Think about layering before editing: jobs never depend on one another.
class LayeringTest {
    private static final JavaClasses ETL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.etl");

    @Test
    void ofTandemItKnowsCoreAndRuntimeOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.tandem.core..", "dev.tandem.runtime..", "dev.tandem.etl..")
                                .or(not(resideInAPackage("dev.tandem.."))))
                .check(ETL);
    }

    @Test
    void noJobAsksWhatTimeItIs() {
        noClasses().should().callMethod(Instant.class, "now").check(ETL);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.etl.(*)..").should().beFreeOfCycles().check(ETL);
    }
}
