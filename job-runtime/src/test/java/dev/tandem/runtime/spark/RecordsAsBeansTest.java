package dev.tandem.runtime.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;

/** A trap, written down: why Datasets here are rows with a documented schema and never beans made of records. */
class RecordsAsBeansTest {
    public record Sale(String itemId, int quantity) {}

    @Test
    void aRecordAsABeanHasAnEmptySchemaAndNoError() {
        assertThat(Encoders.bean(Sale.class).schema().fieldNames()).isEmpty();
    }
}
