package dev.tandem.airflow;

import dev.tandem.core.settings.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach Airflow.
 *
 * @param url of its API server, without {@code /api/v2} and without a slash at its end
 * @param timeout how long a connection and an answer may each take
 */
public record AirflowSettings(URI url, String user, Secret password, Duration timeout) {}
