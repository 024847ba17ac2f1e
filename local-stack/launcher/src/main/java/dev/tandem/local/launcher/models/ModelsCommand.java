package dev.tandem.local.launcher.models;

import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.shop.TenantId;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem models …}: a tenant's trained models, and which of them is served. */
@Command(
        name = "models",
        description = "Lists, compares, promotes and rolls back a tenant's models.",
        synopsisSubcommandLabel = "COMMAND")
public final class ModelsCommand {
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What the commands have in common. */
    static final class StoreOptions {
        @Option(names = "--tenant", required = true, description = "The tenant whose models are meant.")
        private String tenant = "";

        @Mixin
        private PostgresOptions postgres = new PostgresOptions();

        @Mixin
        private CassandraOptions cassandra = new CassandraOptions();

        TenantId tenant() {
            return new TenantId(tenant);
        }

        <T> T with(Function<Stores, T> work) {
            try (RegistryTables registry = RegistryTables.open(postgres.toSettings(), tenant());
                    ServedModel served = ServedModel.open(cassandra.toSettings(), tenant())) {
                return work.apply(new Stores(tenant(), registry, served));
            }
        }
    }

    /** The two places that know of models. */
    record Stores(TenantId tenant, RegistryTables registry, ServedModel served) {}

    public ModelsCommand() {
        this(Clock.systemUTC());
    }

    ModelsCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(name = "list", description = "Shows all models, the latest first.")
    int list(@Mixin StoreOptions stores) {
        return print(stores.with(open -> {
            List<Model> models = open.registry().models();
            return models.isEmpty()
                    ? List.of("Tenant %s has no models; './tandem run train-recommender --tenant=%1$s' makes one"
                            .formatted(open.tenant()))
                    : ModelViews.list(models, open.served().version());
        }));
    }

    @Command(name = "show", description = "Shows everything about one model.")
    int show(
            @Mixin StoreOptions stores,
            @Parameters(paramLabel = "VERSION", description = "The model, as list shows it.") String version) {
        return print(stores.with(open -> ModelViews.show(
                open.registry().model(version),
                open.served().version(),
                open.registry().promotions())));
    }

    @Command(name = "compare", description = "Shows two models' metrics, and where their settings differ.")
    int compare(
            @Mixin StoreOptions stores,
            @Parameters(paramLabel = "A", description = "A model, as list shows it.") String one,
            @Parameters(paramLabel = "B", description = "Another.") String other) {
        return print(stores.with(open ->
                ModelViews.compare(open.registry().model(one), open.registry().model(other))));
    }

    @Command(name = "promote", description = "Serves a model whose lists are published; takes effect within seconds.")
    int promote(
            @Mixin StoreOptions stores,
            @Option(names = "--force", description = "Even if the quality gate refused it.") boolean force,
            @Parameters(paramLabel = "VERSION", description = "The model, as list shows it.") String version) {
        Instant now = clock.instant();
        boolean switched = stores.with(open -> {
            ModelSwitch models = new ModelSwitch(open.tenant(), open.registry(), open.served());
            return force ? models.promoteByForce(version, now) : models.promote(version, now);
        });
        return print(
                List.of(switched ? "%s is served now".formatted(version) : "%s is served already".formatted(version)));
    }

    @Command(name = "rollback", description = "Serves the model that was served before the current one.")
    int rollback(@Mixin StoreOptions stores) {
        Instant now = clock.instant();
        String version =
                stores.with(open -> new ModelSwitch(open.tenant(), open.registry(), open.served()).rollBack(now));
        return print(List.of("%s is served now, as before".formatted(version)));
    }

    private int print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
