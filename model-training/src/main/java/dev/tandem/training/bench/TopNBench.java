package dev.tandem.training.bench;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures {@link RankingWay}s in turn, each in a process of its own, because what one of them needs of memory can only be
 * seen where the others have not been. All rank for the same users and items; their lists are compared.
 */
public final class TopNBench {
    private static final String NAME = "top-n";

    private TopNBench() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            Optional<TopNBenchConfig> config = Settings.read(NAME, new TopNBenchOptions(), args, System.getenv());
            if (config.isEmpty()) {
                System.out.print(Settings.help(NAME, new TopNBenchOptions()));
                return 0;
            }
            measure(config.get(), args);
            return 0;
        } catch (TandemException e) {
            System.err.println(e.getMessage());
            return e.kind().exitCode();
        }
    }

    private static void measure(TopNBenchConfig config, List<String> args) {
        for (int round = 1; round <= config.rounds(); round++) {
            Map<RankingWay, SampleLists> lists = new TreeMap<>();
            for (RankingWay way : config.ways()) {
                lists.put(way, measure(way, round, args));
            }
            agree(lists);
        }
    }

    /** Runs a way in a new JVM with this one's flags, which prints the measurement itself. */
    private static SampleLists measure(RankingWay way, int round, List<String> args) {
        try {
            Path sample = Files.createTempFile("top-n-", ".lists");
            List<String> command = new ArrayList<>();
            command.add(
                    Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), RankingProcess.class.getName()));
            command.addAll(List.of(way.name(), Integer.toString(round), sample.toString()));
            command.addAll(args);
            int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new TandemException(
                        FailureKind.INTERNAL,
                        "'%s' ended with exit code %d; more heap: --memory=8g".formatted(way.title(), exitCode));
            }
            SampleLists lists = SampleLists.read(sample);
            Files.delete(sample);
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot measure " + way.title(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(FailureKind.INTERNAL, "Interrupted while measuring " + way.title(), e);
        }
    }

    private static void agree(Map<RankingWay, SampleLists> lists) {
        SampleLists first = lists.values().iterator().next();
        lists.forEach((way, others) -> first.difference(others).ifPresent(difference -> {
            throw new TandemException(
                    FailureKind.INTERNAL, "'%s' gives other lists: %s".formatted(way.title(), difference));
        }));
    }
}
