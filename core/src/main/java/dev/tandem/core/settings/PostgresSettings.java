package dev.tandem.core.settings;

/**
 * How to reach PostgreSQL.
 *
 * @param url a JDBC URL
 */
public record PostgresSettings(String url, String user, Secret password) {}
