package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.load.HttpEvents.Receiver;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.services.server.PostgresServer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every load of events. */
final class EventLoadOptions {
    @Option(names = "--tenant", defaultValue = "shop", description = "The tenant whose users and items they are of.")
    private String tenant = "";

    @Option(names = "--rate", defaultValue = "100", description = "How many a second; 0 is as fast as possible.")
    private int rate;

    @Option(names = "--duration", defaultValue = "PT60S", description = "How long, in whole seconds; goes with a rate.")
    private Duration duration = Duration.ZERO;

    @Option(names = "--count", description = "How many, in place of a duration.")
    private @Nullable Integer count;

    @Option(names = "--batch", defaultValue = "1", description = "How many a request, 500 at the most.")
    private int batch;

    @Option(names = "--connections", defaultValue = "16", description = "Requests under way at once at the most.")
    private int connections;

    @Option(names = "--users", defaultValue = "1000", description = "How many users to choose from, the first by id.")
    private int users;

    @Option(names = "--items", defaultValue = "1000", description = "How many items, those bought most often.")
    private int items;

    @Option(names = "--seed", defaultValue = "1", description = "Of the choice, and part of the ids.")
    private long seed;

    @Option(
            names = "--patience",
            defaultValue = "PT2M",
            description = "How long one is sent again that was not taken, and stored ones are waited for.")
    private Duration patience = Duration.ZERO;

    EventLoadSettings toSettings() {
        return new EventLoadSettings(new TenantId(tenant), rate, count(), batch, seed);
    }

    /** The users and items that the tenant has. */
    ShopIds ids(StackSettings stack) {
        PostgresSettings postgres =
                new PostgresSettings(stack.postgres().url(StackSettings.STORE), PostgresServer.USER, new Secret(""));
        return ShopIds.read(postgres, new TenantId(tenant), users, items);
    }

    /** The way over the API. */
    <E extends NumberedEvent> HttpEvents<E> http(StackSettings stack, Receiver receiver) {
        URI api = URI.create("http://127.0.0.1:" + stack.apiPort());
        return new HttpEvents<>(api, receiver, new TenantId(tenant), connections, patience);
    }

    Duration patience() {
        return patience;
    }

    private int count() {
        if (count != null) {
            return count;
        }
        if (rate == 0) {
            throw new TandemException(FailureKind.CONFIGURATION, "--rate=0 needs --count to have an end");
        }
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, rate * duration.toSeconds()));
    }
}
