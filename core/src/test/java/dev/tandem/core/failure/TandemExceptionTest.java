package dev.tandem.core.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class TandemExceptionTest {
    @Test
    void aRefusedValueNamesFieldValueAndWhatIsAllowed() {
        TandemException failure = TandemException.invalid("limit", "abc", "a whole number from 1 to 100");

        assertThat(failure).hasMessage("limit is 'abc'; allowed: a whole number from 1 to 100");
        assertThat(failure.kind()).isEqualTo(FailureKind.INPUT);
        assertThat(failure.details())
                .containsExactly(
                        entry("field", "limit"),
                        entry("value", "abc"),
                        entry("allowed", "a whole number from 1 to 100"));
    }

    @Test
    void aLongRefusedValueIsCutAndItsLengthTold() {
        TandemException failure = TandemException.invalid("user_id", "x".repeat(10_000), "1 to 128 characters");

        assertThat(failure.details()).containsEntry("value", "x".repeat(64) + "… (10000 characters)");
    }

    @Test
    void controlAndDirectionCharactersAreShownEscaped() {
        TandemException failure = TandemException.invalid("user_id", "a\nb\u0000c\u202e", "no control characters");

        assertThat(failure.details()).containsEntry("value", "a\\u000ab\\u0000c\\u202e");
    }
}
