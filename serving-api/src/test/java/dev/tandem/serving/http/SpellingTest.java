package dev.tandem.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KNOWN = List.of("category", "limit");

    @Test
    void aWordWithinTwoLettersIsRecognised() {
        assertThat(Spelling.closest("lmit", KNOWN)).contains("limit");
        assertThat(Spelling.closest("Limits", KNOWN)).contains("limit");
        assertThat(Spelling.closest("categry", KNOWN)).contains("category");
    }

    @Test
    void aFartherWordIsNot() {
        assertThat(Spelling.closest("size", KNOWN)).isEmpty();
        assertThat(Spelling.closest("", KNOWN)).isEmpty();
        assertThat(Spelling.closest("limit".repeat(100), KNOWN)).isEmpty();
    }
}
