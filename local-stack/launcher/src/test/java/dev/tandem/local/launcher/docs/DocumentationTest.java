package dev.tandem.local.launcher.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private static final Path HOME = Path.of(System.getProperty("tandem.home"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final int README_LINES = 120;

    static Stream<Path> documents() throws IOException {
        return Stream.concat(
                Stream.of(HOME.resolve("README.md"), HOME.resolve("CONTRIBUTING.md")), markdown(HOME.resolve("docs")));
    }

    static Stream<Path> decisions() throws IOException {
        return markdown(HOME.resolve("docs/adr"));
    }

    private static Stream<Path> markdown(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    @Test
    void theReadmeFitsOnTwoPages() throws Exception {
        assertThat(Files.readAllLines(HOME.resolve("README.md"))).hasSizeLessThanOrEqualTo(README_LINES);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkWithinTheRepositoryLeadsSomewhere(Path document) throws Exception {
        Matcher links = LINK.matcher(Files.readString(document));

        while (links.find()) {
            String target = links.group(1);
            if (!target.contains("://")) {
                assertThat(document.resolveSibling(target).normalize())
                        .as("link in %s", HOME.relativize(document))
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionSaysStatusContextDecisionAndConsequences(Path decision) throws Exception {
        String number = decision.getFileName().toString().substring(0, 4).replaceFirst("^0+", "");

        assertThat(Files.readString(decision))
                .startsWith("# " + number + ". ")
                .containsSubsequence("**Status:**", "## Context", "## Decision", "## Consequences");
    }
}
