package dev.tandem.local.launcher;

import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.local.launcher.terminal.Progress;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.contract.KafkaContract;
import dev.tandem.local.services.contract.PostgresContract;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem apply-contracts}: tables and topics of configured stores as Tandem needs them. */
@Command(
        name = "apply-contracts",
        description = {
            "Makes the tables and topics that the configured stores lack; what is there stays.",
            "A keyspace and topics that are made here have one replica: make them beforehand where you want more."
        },
        showDefaultValues = true)
final class ApplyContractsCommand implements Callable<Integer> {
    @Option(
            names = "--kafka.bootstrap-servers",
            defaultValue = "127.0.0.1:19092",
            description = "Kafka brokers to begin with, host:port, parted by commas.")
    private String bootstrapServers = "";

    @Mixin
    private final PostgresOptions postgres = new PostgresOptions();

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (Progress progress = new Progress(spec.commandLine().getOut())) {
            progress.step("PostgreSQL", "applying", () -> {
                PostgresContract.apply(postgres.toSettings());
                return "tables are in place";
            });
            progress.step("Cassandra", "applying", () -> {
                CassandraContract.apply(cassandra.toSettings());
                return "tables are in place";
            });
            progress.step("Kafka", "applying", () -> {
                KafkaContract.apply(bootstrapServers);
                return "topics are in place";
            });
        }
        return 0;
    }
}
