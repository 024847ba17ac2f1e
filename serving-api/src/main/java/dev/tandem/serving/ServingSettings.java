package dev.tandem.serving;

import dev.tandem.airflow.AirflowSettings;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.serving.intake.EventLimits;
import java.util.Optional;

/**
 * What the API is configured with.
 *
 * @param host a loopback address: there are no API keys, so access is open
 * @param port the port; 0 takes a free one
 * @param maxStoreReads how many reads of the store may be under way at a time
 * @param events how much is sent to Kafka
 * @param airflow where to ask for new models; empty where the API must not
 */
public record ServingSettings(
        String host,
        int port,
        CassandraSettings cassandra,
        int maxStoreReads,
        KafkaSettings kafka,
        EventLimits events,
        AnswerSettings answers,
        Optional<AirflowSettings> airflow) {}
