package dev.tandem.core.recommendation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Which versions were served, the current one first, without those that were rolled back from. Rolling back twice goes
 * back two versions, not to and fro.
 */
public final class ServedVersions {
    private final Deque<String> versions = new ArrayDeque<>();

    private ServedVersions() {}

    /** Follows a tenant's promotions, the earliest first. */
    public static ServedVersions after(List<Promotion> promotions) {
        ServedVersions served = new ServedVersions();
        promotions.forEach(served::follow);
        return served;
    }

    private void follow(Promotion promotion) {
        if (promotion.cause().equals(Promotion.ROLLBACK) && versions.contains(promotion.version())) {
            while (!promotion.version().equals(versions.peek())) {
                versions.pop();
            }
        } else if (!promotion.version().equals(versions.peek())) {
            versions.push(promotion.version());
        }
    }

    public Optional<String> current() {
        return Optional.ofNullable(versions.peek());
    }

    /** What a rollback would serve. */
    public Optional<String> previous() {
        Iterator<String> latestFirst = versions.iterator();
        if (latestFirst.hasNext()) {
            latestFirst.next();
        }
        return latestFirst.hasNext() ? Optional.of(latestFirst.next()) : Optional.empty();
    }
}
