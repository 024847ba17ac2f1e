package dev.tandem.airflow;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The options of {@link AirflowSettings}, for processes to mix in. */
public final class AirflowOptions {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Option(
            names = "--airflow.url",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description = "Airflow's API server, such as http://127.0.0.1:8080; empty where there is no Airflow.")
    private String url = "";

    @Option(names = "--airflow.user", defaultValue = "tandem", description = "Airflow user.")
    private String user = "";

    @Option(
            names = "--airflow.password",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description = "Airflow password; environment only.")
    private Secret password = new Secret("");

    @Option(
            names = "--airflow.timeout",
            defaultValue = "PT10S",
            description = "How long Airflow may take to answer, such as PT10S.")
    private Duration timeout = Duration.ZERO;

    /** The settings, or empty where no Airflow is configured. */
    public Optional<AirflowSettings> toSettings() {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw TandemException.invalid(
                    "--airflow.timeout", timeout.toString(), "more than PT0S and at most " + LONGEST);
        }
        if (password.reveal().isEmpty()) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "--airflow.url is set, but no password: set TANDEM_AIRFLOW_PASSWORD for user '%s'".formatted(user));
        }
        return Optional.of(new AirflowSettings(address(), user, password, timeout));
    }

    private URI address() {
        String allowed = "http:// or https:// with a host, without user, query or fragment";
        try {
            URI given = URI.create(url.replaceFirst("/+$", ""));
            boolean isHttp = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
            if (isHttp
                    && given.getHost() != null
                    && given.getUserInfo() == null
                    && given.getQuery() == null
                    && given.getFragment() == null) {
                return given;
            }
        } catch (IllegalArgumentException e) {
            throw TandemException.invalid("--airflow.url", url, allowed);
        }
        throw TandemException.invalid("--airflow.url", url, allowed);
    }
}
