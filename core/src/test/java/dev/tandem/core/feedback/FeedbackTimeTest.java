package dev.tandem.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTimeTest {
    private static Optional<Instant> time(String json) throws JsonProcessingException {
        return FeedbackTime.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'2024-05-05', 2024-05-05T00:00:00Z",
                "'2024-05-05T10:30', 2024-05-05T10:30:00Z",
                "'2024-05-05T10:30:15', 2024-05-05T10:30:15Z",
                "'2024-05-05T10:30:15.123456', 2024-05-05T10:30:15.123Z",
                "'2024-05-05 10:30:15.5+00:00', 2024-05-05T10:30:15.500Z",
                "'2024-05-05t10:30:15z', 2024-05-05T10:30:15Z",
                "' 2024-05-05T10:30:15Z ', 2024-05-05T10:30:15Z",
                "'2024-05-05T10:30:15+02:00', 2024-05-05T08:30:15Z",
                "'2024-05-05T10:30:15-0330', 2024-05-05T14:00:15Z",
                "'2024-05-05 10:30:15+02', 2024-05-05T08:30:15Z",
                "'0001-01-01', 0001-01-01T00:00:00Z",
                "'9999-12-31T23:59:59.9999Z', 9999-12-31T23:59:59.999Z"
            })
    void textIsATimeOfIso(String json, Instant time) throws JsonProcessingException {
        assertThat(time(json)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, 1970-01-01T00:00:00Z",
                "-1, 1969-12-31T23:59:59Z",
                "1700000000, 2023-11-14T22:13:20Z",
                "1700000000.1239, 2023-11-14T22:13:20.123Z",
                "'1700000000', 2023-11-14T22:13:20Z",
                "'+1700000000.5', 2023-11-14T22:13:20.500Z",
                "20000000000, 2603-10-11T11:33:20Z",
                "20000000001, 1970-08-20T11:33:20.001Z",
                "1700000000123, 2023-11-14T22:13:20.123Z"
            })
    void numberIsOfUnixInSecondsOrMilliseconds(String json, Instant time) throws JsonProcessingException {
        assertThat(time(json)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'yesterday'",
                "'2024-02-30'",
                "'2024-02-15T25:00'",
                "'2024-02-1510:00'",
                "'2024-02-15T 10:00'",
                "'2024-02-15T10:00.5'",
                "'2024-02-15T10:00:00ZZ'",
                "'2024-02-15T10:00:00 CET'",
                "'2024-02-15Z'",
                "'0000-12-31'",
                "'+10000-01-01'",
                "'1234567890123456789'",
                "'٣'",
                "1e18",
                "1e300",
                "1e999",
                "-1e999",
                "-99999999999999999",
                "true",
                "{}",
                "['2024-05-05']"
            })
    void whatSaysNoTimeIsNone(String json) throws JsonProcessingException {
        assertThat(time(json)).isEmpty();
    }
}
