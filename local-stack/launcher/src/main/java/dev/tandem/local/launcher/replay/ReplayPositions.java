package dev.tandem.local.launcher.replay;

import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where refused events were handed out, as offsets of consumer groups, so that the broker remembers it: of all events
 * in group {@value #GROUP}, and of those with one reason in a group of its own, {@code tandem-replay.invalid_json} and so on.
 * An event was handed out if it stands before either.
 */
final class ReplayPositions {
    static final String GROUP = "tandem-replay";

    private final Admin admin;
    private final Map<String, Map<TopicPartition, Long>> offsets;

    private ReplayPositions(Admin admin, Map<String, Map<TopicPartition, Long>> offsets) {
        this.admin = admin;
        this.offsets = offsets;
    }

    /** The positions now. */
    static ReplayPositions read(Admin admin) throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = Stream.concat(
                        Stream.of(GROUP),
                        Arrays.stream(RefusalReason.values())
                                .map(RefusalReason::code)
                                .map(ReplayPositions::group))
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        try {
            Map<String, Map<TopicPartition, Long>> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets(groups)
                    .all()
                    .get()
                    .forEach((group, partitions) -> offsets.put(group, offsets(partitions)));
            return new ReplayPositions(admin, offsets);
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    /** Where the first event stands that may not have been handed out. */
    long begin(TopicPartition partition, Optional<String> reason) {
        long ofAll = offset(GROUP, partition);
        return reason.map(code -> Math.max(ofAll, offset(group(code), partition)))
                .orElse(ofAll);
    }

    /** Whether an event was handed out for its reason, though not all before it were. */
    boolean isHandedOut(TopicPartition partition, long offset, String reason) {
        return offset < offset(group(reason), partition);
    }

    /** Takes note that all before these offsets is handed out, or all with one reason. */
    void advance(Map<TopicPartition, Long> to, Optional<String> reason) throws InterruptedException {
        String group = reason.map(ReplayPositions::group).orElse(GROUP);
        Map<TopicPartition, OffsetAndMetadata> changed = new HashMap<>();
        to.forEach((partition, offset) -> {
            if (offset > offset(group, partition)) {
                changed.put(partition, new OffsetAndMetadata(offset));
                offsets.computeIfAbsent(group, each -> new HashMap<>()).put(partition, offset);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        try {
            admin.alterConsumerGroupOffsets(group, changed).all().get();
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private long offset(String group, TopicPartition partition) {
        return offsets.getOrDefault(group, Map.of()).getOrDefault(partition, 0L);
    }

    private static String group(String reason) {
        return GROUP + "." + reason;
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetAndMetadata> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        // A partition without a position is null.
        partitions.forEach((partition, position) ->
                Optional.ofNullable(position).ifPresent(found -> offsets.put(partition, found.offset())));
        return offsets;
    }

    private static TandemException failed(ExecutionException e) {
        return new TandemException(
                FailureKind.DEPENDENCY, "The broker does not say what was replayed: " + e.getCause(), e);
    }
}
