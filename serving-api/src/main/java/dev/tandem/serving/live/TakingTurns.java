package dev.tandem.serving.live;

import dev.tandem.core.recommendation.RankedEntries;
import dev.tandem.serving.ranking.RankedList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several ranked lists as one: the best of each in turn, then the next best of each, and so on; no item twice. */
final class TakingTurns {
    private static final byte[] SEPARATOR = ",\n".getBytes(StandardCharsets.UTF_8);

    private final Set<String> taken;
    private final ByteArrayOutputStream items = new ByteArrayOutputStream();

    private TakingTurns(Set<String> without) {
        this.taken = new HashSet<>(without);
    }

    /**
     * The merged list, with the version and times of the first.
     *
     * @param lists of one model; the first one begins each turn
     * @param without ids of items that are left out
     */
    static RankedList merge(List<RankedList> lists, Set<String> without) {
        TakingTurns merge = new TakingTurns(without);
        List<Walk> walks = lists.stream().map(Walk::new).toList();
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Walk walk : walks) {
                isMore |= merge.takesFrom(walk);
            }
        }
        return merge.items.size() == 0 ? RankedList.NONE : merge.like(lists.get(0));
    }

    /** Takes a list's next item that is not there yet; false where it has none. */
    private boolean takesFrom(Walk walk) {
        RankedEntries entries = walk.entries;
        while (entries.next()) {
            if (taken.add(entries.itemId())) {
                if (items.size() > 0) {
                    items.writeBytes(SEPARATOR);
                }
                items.write(walk.list.items(), entries.start(), entries.end() - entries.start());
                return true;
            }
        }
        return false;
    }

    private RankedList like(RankedList first) {
        return new RankedList(
                items.toByteArray(),
                first.modelVersion().orElse(null),
                first.eventsUntil().orElse(null),
                first.generatedAt().orElse(null));
    }

    private static final class Walk {
        private final RankedList list;
        private final RankedEntries entries;

        private Walk(RankedList list) {
            this.list = list;
            this.entries = new RankedEntries(list.items());
        }
    }
}
