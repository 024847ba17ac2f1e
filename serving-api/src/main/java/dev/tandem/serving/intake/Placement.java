package dev.tandem.serving.intake;

import java.util.OptionalInt;
import java.util.function.IntSupplier;

/** Which partition of its topic a message goes to. */
@FunctionalInterface
public interface Placement {
    /** The one that its key's hash says, as any client of Kafka would choose. */
    Placement BY_KEY = partitions -> OptionalInt.empty();

    /**
     * The partition, from 0; empty where the key says it.
     *
     * @param partitions how many the topic has
     */
    OptionalInt partition(IntSupplier partitions);
}
