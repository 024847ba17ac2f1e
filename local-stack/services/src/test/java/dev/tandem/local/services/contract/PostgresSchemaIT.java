package dev.tandem.local.services.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.schema.Table;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresSchemaIT {
    private static final String FLYWAYS_OWN = "flyway_schema_history";
    private static Lease lease;

    @BeforeAll
    static void applyTheContract() {
        lease = SharedStack.lease("pgschema");
    }

    @Test
    void liveTablesAndTheirMirrorHaveTheSameColumnsAndTypes() throws SQLException {
        Map<String, Map<String, String>> mirror = new TreeMap<>();
        for (Table table : PostgresTables.ALL) {
            Map<String, String> columns = mirror.computeIfAbsent(table.name(), name -> new TreeMap<>());
            for (Column column : table.columns()) {
                columns.put(column.name(), column.type().postgres());
            }
        }

        Map<String, Map<String, String>> live = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name, column_name, data_type"
                        + " FROM information_schema.columns WHERE table_schema = 'public'")) {
            while (row.next()) {
                live.computeIfAbsent(row.getString(1), name -> new TreeMap<>()).put(row.getString(2), row.getString(3));
            }
        }
        live.remove(FLYWAYS_OWN);

        assertThat(live).isEqualTo(mirror);
    }

    @Test
    void liveTablesAndTheirMirrorHaveTheSameKeysInTheSameOrder() throws SQLException {
        Map<String, String> mirror = new TreeMap<>();
        for (Table table : PostgresTables.ALL) {
            mirror.put(table.name(), String.join(",", table.partitionKey()));
        }

        Map<String, String> live = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT c.table_name,"
                        + " string_agg(k.column_name, ',' ORDER BY k.ordinal_position)"
                        + " FROM information_schema.table_constraints c"
                        + " JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)"
                        + " WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = 'public' GROUP BY 1")) {
            while (row.next()) {
                live.put(row.getString(1), row.getString(2));
            }
        }
        live.remove(FLYWAYS_OWN);

        assertThat(live).isEqualTo(mirror);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(lease.postgresUrl(), lease.postgresUser(), "");
    }
}
