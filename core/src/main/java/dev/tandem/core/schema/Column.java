package dev.tandem.core.schema;

/** A column of a contract table. */
public record Column(String name, ColumnType type) {}
