package dev.tandem.local.services.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.Table;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.local.services.server.CassandraServer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CassandraSchemaIT {
    @Test
    void liveTablesAndTheirMirrorHaveTheSameColumnsTypesAndKeysInTheSameOrder() {
        Lease lease = SharedStack.lease("cqlschema");
        Map<String, Map<String, String>> mirror = new TreeMap<>();
        for (Table table : CassandraTables.ALL) {
            Map<String, String> columns = mirror.computeIfAbsent(table.name(), name -> new TreeMap<>());
            for (Column column : table.columns()) {
                columns.put(column.name(), column.type().cql() + " " + place(table, column.name()));
            }
        }

        Map<String, Map<String, String>> live = new TreeMap<>();
        try (CqlSession session = CassandraContract.session(new CassandraServer(lease.cassandraPort(), 0))) {
            for (Row row : session.execute(
                    "SELECT table_name, column_name, type, kind, position FROM system_schema.columns"
                            + " WHERE keyspace_name = ?",
                    lease.cassandraKeyspace())) {
                live.computeIfAbsent(row.getString("table_name"), name -> new TreeMap<>())
                        .put(
                                row.getString("column_name"),
                                "%s %s %d"
                                        .formatted(
                                                row.getString("type"), row.getString("kind"), row.getInt("position")));
            }
        }
        live.remove(CassandraContract.VERSIONS_TABLE);

        assertThat(live).isEqualTo(mirror);
    }

    private static String place(Table table, String column) {
        if (table.partitionKey().contains(column)) {
            return "partition_key " + table.partitionKey().indexOf(column);
        }
        return table.clusteringKey().contains(column)
                ? "clustering " + table.clusteringKey().indexOf(column)
                : "regular -1";
    }
}
