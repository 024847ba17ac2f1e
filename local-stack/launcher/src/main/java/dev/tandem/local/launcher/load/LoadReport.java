package dev.tandem.local.launcher.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lookups in numbers, for people: how many, how fast, with which statuses, from which sources and versions. */
record LoadReport(Collection<Lookup> lookups) {
    /** The numbers of one second of the run. */
    String second(long second) {
        return String.format(Locale.ROOT, "%4d s  %s", second, numbers());
    }

    /** The numbers of the whole run. */
    String total() {
        return "all     " + numbers();
    }

    private String numbers() {
        List<Duration> times = lookups.stream().map(Lookup::took).sorted().toList();
        return String.format(
                Locale.ROOT,
                "%5d asked  status %s  p50 %.1f ms  p99 %.1f ms  max %.1f ms  source %s  version %s",
                lookups.size(),
                counts(lookup -> lookup.status() == 0 ? "none" : Integer.toString(lookup.status())),
                milliseconds(times, 0.5),
                milliseconds(times, 0.99),
                milliseconds(times, 1),
                counts(Lookup::source),
                counts(Lookup::version));
    }

    private Map<String, Long> counts(Function<Lookup, String> of) {
        return lookups.stream()
                .filter(lookup -> !of.apply(lookup).isEmpty())
                .collect(Collectors.groupingBy(of, TreeMap::new, Collectors.counting()));
    }

    private static double milliseconds(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int at = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, at)).toNanos() / 1e6;
    }
}
