package dev.tandem.etl.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AttributesTest {
    private final SparkSession spark = SparkSession.active();

    private Map<Object, Object> map(String json) {
        return Attributes.toMap(Rows.of(StructType.fromDDL("attributes string"))
                        .row(json)
                        .toDataset(spark))
                .head()
                .getJavaMap(0);
    }

    @Test
    void textStaysTextAndNumbersBecomeTheirOwn() {
        assertThat(map("{\"colour\": \"red\", \"weight\": 1.5, \"new\": true}"))
                .containsOnly(Map.entry("colour", "red"), Map.entry("weight", "1.5"), Map.entry("new", "true"));
    }

    @Test
    void whatIsNestedStaysAsItsJson() {
        assertThat(map("{\"size\": {\"w\": 1}, \"tags\": [\"a\", 2]}"))
                .containsOnly(Map.entry("size", "{\"w\":1}"), Map.entry("tags", "[\"a\",2]"));
    }

    @Test
    void nullsAreLeftOut() {
        assertThat(map("{\"colour\": null}")).isEmpty();
    }
}
