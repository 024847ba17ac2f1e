package dev.tandem.core.settings;

import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The options of {@link PostgresSettings}, for processes to mix in. */
public final class PostgresOptions {
    @Option(
            names = "--postgres.url",
            defaultValue = "jdbc:postgresql://127.0.0.1:15432/tandem",
            description = "JDBC URL of PostgreSQL.")
    private String url = "";

    @Option(names = "--postgres.user", defaultValue = "tandem", description = "PostgreSQL user.")
    private String user = "";

    @Option(
            names = "--postgres.password",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description = "PostgreSQL password; environment only.")
    private Secret password = new Secret("");

    public PostgresSettings toSettings() {
        return new PostgresSettings(url, user, password);
    }
}
