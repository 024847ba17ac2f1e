package dev.tandem.runtime.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.schema.CassandraTables;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SparkSchemasTest {
    @Test
    void aTablesSchemaFollowsFromItsColumns() {
        assertThat(SparkSchemas.of(CassandraTables.ITEMS).toDDL())
                .isEqualTo("tenant_id STRING NOT NULL,item_id STRING NOT NULL,name STRING,category STRING,"
                        + "price DECIMAL(38,18),in_stock BOOLEAN,attributes MAP<STRING, STRING>");
    }

    @Test
    void aTablesOwnSchemaFitsIt() {
        for (dev.tandem.core.schema.Table table : CassandraTables.ALL) {
            assertThatCode(() -> SparkSchemas.check("It", SparkSchemas.of(table), table))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aMissingColumnIsNamedWithWhatWasExpected() {
        assertThatThrownBy(
                        () -> SparkSchemas.check("It", StructType.fromDDL("tenant_id string"), CassandraTables.TENANTS))
                .hasMessage("It does not fit table tenants: column name is missing, expected string");
    }

    @Test
    void aColumnOfAnotherTypeIsNamedWithBothTypes() {
        assertThatThrownBy(() -> SparkSchemas.check(
                        "It", StructType.fromDDL("tenant_id string, name timestamp"), CassandraTables.TENANTS))
                .hasMessage("It does not fit table tenants: column name is timestamp, expected string");
    }

    @Test
    void furtherColumnsAndOtherDecimalsFit() {
        StructType schema = StructType.fromDDL("tenant_id string, item_id string, name string, category string,"
                + " price decimal(12,2), in_stock boolean, attributes map<string,string>, more int");

        assertThatCode(() -> SparkSchemas.check("It", schema, CassandraTables.ITEMS))
                .doesNotThrowAnyException();
    }
}
