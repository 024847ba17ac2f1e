package dev.tandem.airflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

// Think about layering before editing: the API and ./tandem use this, and it must bring neither of them anything else.
class LayeringTest {
    @Test
    void ofTandemItKnowsCoreOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tandem.serving..",
                        "dev.tandem.local..",
                        "dev.tandem.runtime..",
                        "dev.tandem.etl..",
                        "dev.tandem.training..",
                        "org.apache.spark..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.tandem.airflow"));
    }
}
