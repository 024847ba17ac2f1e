package dev.tandem.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Think about layering before editing: a feature may be read, tested and taken out without knowing another.
class LayeringTest {
    private static final JavaClasses SERVING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem.serving");
    private static final List<String> FEATURES = List.of(
            "recommendation",
            "bestsellers",
            "trending",
            "basket",
            "because",
            "item",
            "event",
            "feedback",
            "offer",
            "digest",
            "health",
            "docs",
            "retraining",
            "dialect");

    @Test
    void ofTandemItKnowsCoreAndTheClientOfAirflowOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tandem.runtime..",
                        "dev.tandem.etl..",
                        "dev.tandem.training..",
                        "dev.tandem.streaming..",
                        "dev.tandem.local..",
                        "org.apache.spark..",
                        "org.apache.hadoop..",
                        "scala..")
                .check(SERVING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recommendation",
                "bestsellers",
                "trending",
                "basket",
                "because",
                "item",
                "event",
                "feedback",
                "offer",
                "history",
                "health",
                "docs",
                "retraining"
            })
    void aFeatureKnowsNoOther(String feature) {
        String[] others = FEATURES.stream()
                .filter(other -> !other.equals(feature))
                .map(other -> "dev.tandem.serving." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("dev.tandem.serving." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(SERVING);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.tandem.serving.(*)..").should().beFreeOfCycles().check(SERVING);
    }
}
