package dev.tandem.local.services;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

// Think about layering before editing: every module's integration tests depend on SharedStack.
class LayeringTest {
    private static final JavaClasses SERVICES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.local.services");

    @Test
    void whatATestSeesNeedsTheJdkAndCoreOnly() {
        classes()
                .that()
                .belongToAnyOf(SharedStack.class, Lease.class)
                .should()
                .onlyAccessClassesThat()
                .resideInAnyPackage("java..", "dev.tandem.core..", "dev.tandem.local.services..")
                .check(SERVICES);
        classes()
                .that()
                .resideInAPackage("..services.process..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.tandem.core..", "org.jspecify..", "..services.process..")
                .check(SERVICES);
    }

    @Test
    void serversKnowNothingOfContracts() {
        noClasses()
                .that()
                .resideInAPackage("..services.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..services.contract..")
                .check(SERVICES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.local.services.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICES);
    }
}
