package dev.tandem.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresValuesTest {
    @Test
    void textStaysTextAndNumbersBecomeTheirOwn() {
        assertThat(PostgresValues.textByText("{\"colour\": \"red\", \"weight\": 1.50, \"new\": true}"))
                .containsOnly(Map.entry("colour", "red"), Map.entry("weight", "1.50"), Map.entry("new", "true"));
    }

    @Test
    void whatIsNestedStaysAsItsJson() {
        assertThat(PostgresValues.textByText("{\"size\": {\"w\": 1}, \"tags\": [\"a\", 2], \"after\": \"x\"}"))
                .containsOnly(Map.entry("size", "{\"w\":1}"), Map.entry("tags", "[\"a\",2]"), Map.entry("after", "x"));
    }

    @Test
    void nullsAreLeftOut() {
        assertThat(PostgresValues.textByText("{\"colour\": null}")).isEmpty();
    }

    @Test
    void whatIsNoJsonIsShown() {
        assertThatThrownBy(() -> PostgresValues.textByText("{oh")).hasMessageContaining("{oh");
    }
}
