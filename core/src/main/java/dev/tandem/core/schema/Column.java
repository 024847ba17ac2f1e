package dev.tandem.core.schema;

import java.io.Serializable;

/** A column of a contract table. */
public record Column(String name, ColumnType type) implements Serializable {}
