package dev.tandem.local.launcher.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.publishing.Pace;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The views of a file, published one after the other as if they happened now. Its first view says of which form all are. */
final class ViewReplay {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_BAD_LINES = 20;

    private final NdjsonFile file;
    private final TenantId tenant;
    private final TopicPublisher publisher;
    private final Clock clock;
    private final Consumer<String> print;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong badLines = new AtomicLong();
    private @Nullable ViewForm form;

    /**
     * A replay that has not begun.
     *
     * @param tenant of views that name none
     */
    ViewReplay(NdjsonFile file, TenantId tenant, TopicPublisher publisher, Clock clock, Consumer<String> print) {
        this.file = file;
        this.tenant = tenant;
        this.publisher = publisher;
        this.clock = clock;
        this.print = print;
    }

    /**
     * Publishes the file; returns when the broker has acknowledged all of it.
     *
     * @param rounds how many times
     */
    void run(Pace pace, long rounds) throws InterruptedException {
        for (long round = 0; round < rounds; round++) {
            long before = sent.get();
            publishOnce(pace, round);
            if (sent.get() == before) {
                throw new TandemException(
                        FailureKind.INPUT,
                        ("%s has no view; a line is {\"event\":\"ProductView\",\"userid\":…} or"
                                        + " {\"user_id\":…,\"item_id\":…}")
                                .formatted(file.path()));
            }
        }
        publisher.flush();
    }

    /** How far the replay is. */
    String progress() {
        return String.format(
                Locale.ROOT,
                "%,d sent, %,d acknowledged, %,d bad lines",
                sent.get(),
                publisher.acknowledged(),
                badLines.get());
    }

    /** How many lines of the file are no views of its form. */
    long badLines() {
        return badLines.get();
    }

    private void publishOnce(Pace pace, long round) throws InterruptedException {
        file.forEachLine((number, line) -> {
            pace.await(sent.get());
            ProducerRecord<byte[], byte[]> message;
            try {
                ObjectNode view = parse(line);
                message = formOf(view).message(view, tenant, round, clock.instant());
            } catch (EventRefusal refusal) {
                if (round == 0) {
                    report(number, refusal);
                }
                return;
            }
            publisher.publish(message);
            sent.incrementAndGet();
        });
    }

    private ViewForm formOf(ObjectNode view) {
        if (form == null) {
            form = ViewForm.of(view)
                    .orElseThrow(() -> new EventRefusal(
                            RefusalReason.MISSING_FIELD, "userid", "", "Neither userid nor user_id is there"));
            print.accept("To topic %s: %s".formatted(form.topic(), file.path()));
        }
        return form;
    }

    private static ObjectNode parse(byte[] line) {
        // It refuses with what people should read whatever is no object.
        EventFields.parse(line);
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(long number, EventRefusal refusal) {
        long bad = badLines.incrementAndGet();
        if (bad <= SHOWN_BAD_LINES) {
            print.accept("line %d: %s".formatted(number, refusal.getMessage()));
        } else if (bad == SHOWN_BAD_LINES + 1) {
            print.accept("… more bad lines are counted only");
        }
    }
}
