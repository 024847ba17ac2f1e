package dev.tandem.serving.ranking;

import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ranked list as it is stored: its items in the form of {@code RankedItems}, never parsed on the way to the caller. */
public final class RankedList {
    /** The list where nothing is known. */
    public static final RankedList NONE = new RankedList(new byte[0], null, null, null);

    private final byte[] items;
    private final @Nullable String modelVersion;
    private final @Nullable Instant eventsUntil;
    private final @Nullable Instant generatedAt;
    private volatile byte @Nullable [] facts;
    private volatile @Nullable KnownPage lastPage;

    /**
     * A list.
     *
     * @param items UTF-8 bytes of the stored form; not copied, and must not be changed any more
     * @param modelVersion what made the list
     * @param eventsUntil the list knows every event before this instant
     * @param generatedAt when it was made
     */
    public RankedList(
            byte[] items, @Nullable String modelVersion, @Nullable Instant eventsUntil, @Nullable Instant generatedAt) {
        this.items = items;
        this.modelVersion = modelVersion;
        this.eventsUntil = eventsUntil;
        this.generatedAt = generatedAt;
    }

    public boolean isEmpty() {
        return items.length == 0;
    }

    /** The UTF-8 bytes of the stored form, not copied. */
    public byte[] items() {
        return items;
    }

    /**
     * The members of an answer that say what this list is: {@code model_version}, {@code events_until} and
     * {@code generated_at}, without braces. Made once, and not copied.
     */
    byte[] facts() {
        byte[] known = facts;
        if (known == null) {
            known = "\"%s\":%s,\"%s\":%s,\"%s\":%s"
                    .formatted(
                            MODEL_VERSION,
                            json(modelVersion),
                            EVENTS_UNTIL,
                            json(eventsUntil),
                            GENERATED_AT,
                            json(generatedAt))
                    .getBytes(UTF_8);
            facts = known;
        }
        return known;
    }

    /**
     * The page that was made of this list last, if it is for the same question and the same shelf; else null. Who comes back
     * within seconds asks the same.
     */
    @Nullable
    Page known(ListQuestion question, Shelf shelf) {
        KnownPage last = lastPage;
        return last != null && last.shelf.isSame(shelf) && last.question.equals(question) ? last.page : null;
    }

    /** Remembers a page that was made of this list alone. */
    void remember(ListQuestion question, Shelf shelf, Page page) {
        lastPage = new KnownPage(question, shelf, page);
    }

    private record KnownPage(ListQuestion question, Shelf shelf, Page page) {}

    private static String json(@Nullable Object value) {
        return value == null
                ? "null"
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value.toString())) + '"';
    }

    public Optional<String> modelVersion() {
        return Optional.ofNullable(modelVersion);
    }

    public Optional<Instant> eventsUntil() {
        return Optional.ofNullable(eventsUntil);
    }

    public Optional<Instant> generatedAt() {
        return Optional.ofNullable(generatedAt);
    }
}
