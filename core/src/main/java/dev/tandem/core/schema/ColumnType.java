package dev.tandem.core.schema;

/** The types that Tandem's columns have, with their names in either database. */
public enum ColumnType {
    TEXT("text", "text"),
    INTEGER("int", "integer"),
    LONG("bigint", "bigint"),
    DECIMAL("decimal", "numeric"),
    BOOLEAN("boolean", "boolean"),
    TIMESTAMP("timestamp", "timestamp with time zone"),
    /** Strings by string: a map in Cassandra, a JSON object in PostgreSQL. */
    TEXT_MAP("map<text, text>", "jsonb"),
    /** Different strings: a set in Cassandra, an array in PostgreSQL. */
    TEXT_SET("set<text>", "ARRAY"),
    BYTES("blob", "bytea");

    private final String cql;
    private final String postgres;

    ColumnType(String cql, String postgres) {
        this.cql = cql;
        this.postgres = postgres;
    }

    /** The type as {@code system_schema.columns} spells it. */
    public String cql() {
        return cql;
    }

    /** The type as {@code information_schema.columns.data_type} spells it. */
    public String postgres() {
        return postgres;
    }
}
