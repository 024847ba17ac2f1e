package dev.tandem.runtime.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job did for one tenant.
 *
 * @param job the job's id
 * @param counts numbers of rows and the like, in the order in which they were counted
 * @param notes what is no number, such as the version that was written
 * @param steps how long each step took
 * @param finding what a person must look at although the job did all that it can; the process then ends as at a quality
 *     gate. Null for nothing
 */
public record JobReport(
        String job,
        TenantId tenant,
        DataInterval interval,
        Map<String, Long> counts,
        Map<String, String> notes,
        Map<String, Duration> steps,
        @Nullable String finding) {
    public JobReport {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** This report with one more number. */
    public JobReport count(String name, long value) {
        Map<String, Long> more = new LinkedHashMap<>(counts);
        more.put(name, value);
        return new JobReport(job, tenant, interval, more, notes, steps, finding);
    }

    /** This report with one more note. */
    public JobReport note(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(notes);
        more.put(name, value);
        return new JobReport(job, tenant, interval, counts, more, steps, finding);
    }

    /** This report with what a person must look at. */
    public JobReport find(String found) {
        return new JobReport(job, tenant, interval, counts, notes, steps, found);
    }

    /** The number of this name; 0 where it was not counted. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** The report as one JSON object; durations in milliseconds. */
    public String toJson() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("job", job).put("tenant_id", tenant.value());
        json.put("interval_start", interval.start().toString());
        json.put("interval_end", interval.end().toString());
        ObjectNode countsNode = json.putObject("counts");
        counts.forEach(countsNode::put);
        ObjectNode notesNode = json.putObject("notes");
        notes.forEach(notesNode::put);
        ObjectNode stepsNode = json.putObject("steps_ms");
        steps.forEach((name, duration) -> stepsNode.put(name, duration.toMillis()));
        if (finding != null) {
            json.put("finding", finding);
        }
        return json.toString();
    }

    /** The report as one line for people. */
    @Override
    public String toString() {
        Stream<String> numbers = counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        Stream<String> words = notes.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        String times = steps.entrySet().stream()
                .map(e -> e.getKey() + " " + seconds(e.getValue()))
                .collect(Collectors.joining(", "));
        return "%s for %s over %s: %s (%s)"
                .formatted(
                        job, tenant, interval, Stream.concat(numbers, words).collect(Collectors.joining(", ")), times);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
