package dev.tandem.local.launcher.writer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {
    @Test
    void aShortTextStaysAsItIsWithoutItsFullStop() {
        assertThat(Quote.shortened("It broke.")).isEqualTo("It broke");
        assertThat(Quote.shortened("Never again!")).isEqualTo("Never again!");
        assertThat(Quote.shortened("Why? …")).isEqualTo("Why?");
    }

    @Test
    void aLongTextIsCutBehindAWord() {
        String text = "I had such high hopes for this dress and really wanted it to work for me, but it is too small.";

        assertThat(Quote.shortened(text))
                .isEqualTo("I had such high hopes for this dress and really wanted it to work for me, but it …");
        assertThat(Quote.shortened(
                        "I had such high hopes for this dress and really wanted it to work for me once - at first"))
                .isEqualTo("I had such high hopes for this dress and really wanted it to work for me once …");
    }

    @Test
    void aTextOfOneLongWordIsCutBetweenCharacters() {
        assertThat(Quote.shortened("😡".repeat(100))).isEqualTo("😡".repeat(80) + "…");
        assertThat(Quote.shortened("a".repeat(80))).isEqualTo("a".repeat(80));
    }

    @Test
    void aTextOfManyLinesIsOnOne() {
        assertThat(Quote.shortened("\n Too\tsmall,\r\n\u00a0\u2028too \u202Edear "))
                .isEqualTo("Too small, too dear");
    }

    @Test
    void quotationMarksWithinAreSingle() {
        assertThat(Quote.shortened("The “soft” one is \"hard\"")).isEqualTo("The 'soft' one is 'hard'");
    }

    @Test
    void nothingButMarksIsNothing() {
        assertThat(Quote.shortened(" … . ")).isEmpty();
    }
}
