package dev.tandem.serving.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.Settings;
import dev.tandem.serving.ServingMain;
import dev.tandem.serving.bench.LoadGenerator.Outcome;
import dev.tandem.serving.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ./tandem bench lookup}: requests a second for recommendations, from Cassandra and from memory, beside a handler of
 * the same server that gives the same bytes without looking anything up.
 *
 * <p>Each server is a process of its own, and so are its callers (this one). All run throughout; they are called in turn.
 */
public final class LookupBench {
    private static final String COMMAND = "bench lookup";
    private static final String BARE = "bare handler";
    private static final String CASSANDRA = "from Cassandra";
    private static final String HOT = "from memory";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LookupBenchSettings settings;

    private LookupBench(LookupBenchSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            Optional<LookupBenchSettings> settings =
                    Settings.read(COMMAND, new LookupBenchOptions(), List.of(args), System.getenv());
            if (settings.isEmpty()) {
                System.out.println(Settings.help(COMMAND, new LookupBenchOptions()));
                return;
            }
            new LookupBench(settings.get()).run();
        } catch (TandemException e) {
            System.err.println(e.getMessage());
            System.exit(e.kind().exitCode());
        }
    }

    /** One measurement, as the launcher reads it. */
    private record Line(
            String way,
            int round,
            double seconds,
            long amount,
            String unit,
            double p50Ms,
            double p99Ms,
            double cpuSeconds) {}

    private void run() throws IOException, InterruptedException {
        try (BenchTenant tenant = BenchTenant.on(settings.cassandra(), settings.users())) {
            tenant.fill();
            try (ServerProcess cold = api("--api.list-cache-age=PT0S", "--api.live-list-cache-age=PT0S");
                    ServerProcess hot = api("--api.list-cache-age=PT60S", "--api.live-list-cache-age=PT1S")) {
                awaitAnswer(hot);
                compare(awaitAnswer(cold), cold, hot);
            }
        }
    }

    private void compare(byte[] answer, ServerProcess cold, ServerProcess hot) throws IOException {
        Path file = Files.createTempFile("bench-lookup", ".json");
        Files.write(file, answer);
        try (ServerProcess bare = ServerProcess.start(BareServer.class, List.of(file.toString()))) {
            Map<String, ServerProcess> ways = new LinkedHashMap<>();
            ways.put(BARE, bare);
            ways.put(CASSANDRA, cold);
            ways.put(HOT, hot);
            measure(ways);
        } finally {
            Files.delete(file);
        }
    }

    private void measure(Map<String, ServerProcess> ways) {
        ways.values().forEach(server -> generator(server).run(settings.warmUp()));
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Map.Entry<String, ServerProcess> way : ways.entrySet()) {
                System.out.println(
                        "measurement " + new String(Json.bytes(line(way.getKey(), round, way.getValue())), UTF_8));
            }
        }
    }

    private Line line(String way, int round, ServerProcess server) {
        Duration before = server.cpu();
        Outcome outcome = generator(server).run(settings.time());
        return new Line(
                way,
                round,
                outcome.seconds(),
                outcome.micros().getTotalCount(),
                "requests",
                outcome.micros().getValueAtPercentile(50) / 1e3,
                outcome.micros().getValueAtPercentile(99) / 1e3,
                server.cpu().minus(before).toMillis() / 1e3);
    }

    private LoadGenerator generator(ServerProcess server) {
        return new LoadGenerator(server.port(), settings.connections(), settings.users(), this::path, BenchTenant.ID);
    }

    private String path(int user) {
        return "/v1/users/%s/recommendations?limit=%d".formatted(BenchTenant.user(user), settings.limit());
    }

    private ServerProcess api(String... memory) {
        CassandraSettings cassandra = settings.cassandra();
        List<String> arguments = new ArrayList<>(List.of(memory));
        arguments.add("--api.port=0");
        arguments.add("--cassandra.contact-points="
                + cassandra.contactPoints().stream()
                        .map(point -> point.getHostString() + ":" + point.getPort())
                        .collect(Collectors.joining(",")));
        arguments.add("--cassandra.datacenter=" + cassandra.localDatacenter());
        arguments.add("--cassandra.keyspace=" + cassandra.keyspace());
        arguments.add("--cassandra.user=" + cassandra.user());
        return ServerProcess.start(ServingMain.class, arguments);
    }

    /** The first answer from the model, for which the API must have found Cassandra. */
    private byte[] awaitAnswer(ServerProcess server) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path(0)))
                .header("Tandem-Tenant", BenchTenant.ID)
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return response.body();
            }
            Thread.sleep(200);
        }
        throw new TandemException(FailureKind.DEPENDENCY, "The API found no list within " + PATIENCE);
    }
}
