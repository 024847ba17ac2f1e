package dev.tandem.core.schema;

import java.time.Duration;
import java.util.List;

/** The topics in Kafka. */
public final class Topics {
    public static final Topic VIEWS = new Topic("tandem.views.v1", 6, Duration.ofDays(7));
    public static final Topic VIEWS_REJECTED = new Topic("tandem.views.v1.rejected", 1, Duration.ofDays(30));

    /** Every topic of the contract. */
    public static final List<Topic> ALL = List.of(VIEWS, VIEWS_REJECTED);

    private Topics() {}
}
