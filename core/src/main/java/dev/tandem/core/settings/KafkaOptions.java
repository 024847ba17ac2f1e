package dev.tandem.core.settings;

import dev.tandem.core.failure.TandemException;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options of {@link KafkaSettings}, for processes to mix in. */
public final class KafkaOptions {
    private static final Pattern ADDRESSES = Pattern.compile("[^:\\s,]+:\\d{1,5}(,[^:\\s,]+:\\d{1,5})*");

    @Option(
            names = "--kafka.bootstrap-servers",
            defaultValue = "127.0.0.1:19092",
            description = "Kafka brokers to begin with, host:port, parted by commas.")
    private String bootstrapServers = "";

    public KafkaSettings toSettings() {
        if (!ADDRESSES.matcher(bootstrapServers).matches()) {
            throw TandemException.invalid(
                    "--kafka.bootstrap-servers", bootstrapServers, "host:port,…, such as 127.0.0.1:19092");
        }
        return new KafkaSettings(bootstrapServers);
    }
}
