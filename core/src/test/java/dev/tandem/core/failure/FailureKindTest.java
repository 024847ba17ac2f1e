package dev.tandem.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {
    @ParameterizedTest
    @CsvSource({
        "INTERNAL, 1, 500",
        "CONFIGURATION, 2, 500",
        "INPUT, 3, 400",
        "QUALITY_GATE, 4, 500",
        "DEPENDENCY, 5, 503"
    })
    void decidesExitCodeAndHttpStatus(FailureKind kind, int exitCode, int httpStatus) {
        assertThat(kind.exitCode()).isEqualTo(exitCode);
        assertThat(kind.httpStatus()).isEqualTo(httpStatus);
    }
}
