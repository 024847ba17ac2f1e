package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.tandem.core.coupon.Choice;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.load.StoredViews.Count;
import dev.tandem.local.launcher.publishing.TopicMessages;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadIT {
    private static final ShopIds IDS = new ShopIds(List.of("anna", "ben", "cleo"), List.of("i-1", "i-2"));

    private static Lease lease;
    private static CqlSession cassandra;

    private final TenantId tenant =
            new TenantId("load-" + UUID.randomUUID().toString().substring(0, 8));
    private final EventLoadSettings settings = new EventLoadSettings(tenant, 0, 100, 10, 5);
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    static void open() {
        lease = SharedStack.lease("load");
        cassandra = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(lease.cassandraHost(), lease.cassandraPort()))
                .withLocalDatacenter(lease.cassandraDatacenter())
                .withKeyspace(lease.cassandraKeyspace())
                .build();
    }

    @AfterAll
    static void close() {
        cassandra.close();
    }

    @Test
    void throughKafkaEveryViewIsOnItsTopicOnceAndAcknowledged() throws Exception {
        List<String> printed = new ArrayList<>();
        BitSet acknowledged;
        try (KafkaViews outlet =
                new KafkaViews(TopicPublisher.open(new KafkaSettings(lease.kafkaBootstrapServers())))) {
            acknowledged = new EventLoad<>(settings, traffic()::next, outlet, printed::add).run();
        }

        assertThat(acknowledged.cardinality()).isEqualTo(100);
        assertThat(onTopic())
                .hasSize(100)
                .extracting(View::eventId)
                .doesNotHaveDuplicates()
                .contains("load-5-0", "load-5-99");
        assertThat(printed).last().asString().startsWith("all     100 sent  100 acknowledged  0 refused  p50 ");
    }

    @Test
    void whatIsStoredIsHeldAgainstWhatWasAcknowledged() throws Exception {
        ViewTraffic traffic = traffic();
        List<View> views = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            views.add(traffic.next().view());
        }
        BitSet acknowledged = new BitSet();
        acknowledged.set(0, 9);
        views.subList(1, 10).forEach(view -> store(view, view.viewedAt()));
        store(views.get(2), views.get(2).viewedAt().plusMillis(1));
        store(views.get(3), begin.minusMillis(1));

        StoredViews stored = new StoredViews(cassandra, settings, IDS.users(), begin);
        Count count = stored.count(acknowledged);

        assertThat(count).isEqualTo(new Count(9, 1, 1, 1));
        assertThat(count).hasToString("NOT WELL: 9 acknowledged, 1 lost, 1 doubled, 1 stored though not acknowledged");
        assertThat(stored.awaitStored(traffic, acknowledged, Duration.ZERO)).isFalse();
    }

    @Test
    void waitsForWhatIsOnItsWay() throws Exception {
        ViewTraffic traffic = traffic();
        NumberedView view = traffic.next();
        BitSet acknowledged = new BitSet();
        acknowledged.set(view.number());
        StoredViews stored = new StoredViews(cassandra, settings, IDS.users(), begin);
        boolean[] isStored = new boolean[1];
        Thread waiting = new Thread(() -> isStored[0] = awaitStored(stored, traffic, acknowledged));

        waiting.start();
        store(view.view(), view.view().viewedAt());
        waiting.join();

        assertThat(isStored[0]).isTrue();
        assertThat(stored.count(acknowledged)).hasToString("well: 1 acknowledged, 0 lost, 0 doubled");
    }

    @Test
    void throughKafkaFeedbackIsOnTheTopicAndInThePartitionOfItsScore() throws Exception {
        FeedbackTraffic traffic = feedbackTraffic();
        BitSet acknowledged;
        try (KafkaFeedback outlet =
                KafkaFeedback.open(TopicPublisher.open(new KafkaSettings(lease.kafkaBootstrapServers())))) {
            acknowledged = new EventLoad<>(settings, traffic::next, outlet, line -> {}).run();
        }

        assertThat(acknowledged.cardinality()).isEqualTo(100);
        assertThat(feedbackOn("tandem.routine-feedback.v1"))
                .hasSize(100 - traffic.critical().cardinality())
                .noneMatch(Feedback::isCritical);
        List<Integer> scores = feedbackOn("tandem.critical-feedback.v1").stream()
                .map(Feedback::score)
                .toList();
        assertThat(scores).hasSize(traffic.critical().cardinality());
        // They come partition by partition.
        assertThat(IntStream.range(0, scores.size())
                        .filter(at -> at == 0 || !scores.get(at).equals(scores.get(at - 1)))
                        .mapToObj(scores::get))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void offersThatComeAfterTheBeginAreHeldAgainstTheFeedback() throws Exception {
        FeedbackTraffic traffic = feedbackTraffic();
        List<Feedback> critical = Stream.generate(traffic::next)
                .limit(100)
                .map(NumberedFeedback::feedback)
                .filter(Feedback::isCritical)
                .toList();
        publish(critical.get(0));
        KafkaSettings kafka = new KafkaSettings(lease.kafkaBootstrapServers());
        try (OfferWatch watch = OfferWatch.begin(kafka, tenant, traffic.prefix())) {
            publish(critical.get(0));
            publish(critical.get(1));
            publish(critical.get(1));
            BitSet first = traffic.critical();
            first.clear(number(critical.get(2)), 100);

            OfferTally tally = watch.await(first, Instant.now().plusSeconds(60));

            assertThat(tally.answered()).isEqualTo(first);
            assertThat(tally.offers()).isEqualTo(3);
            assertThat(tally.contradicted().cardinality()).isZero();
        }
    }

    @Test
    void acknowledgementsAreThoseThatCassandraHas() throws Exception {
        cassandra.execute(
                "INSERT INTO feedback_by_id (tenant_id, feedback_id, acknowledged_at) VALUES (?, 'load-5-r-0', ?)",
                tenant.value(),
                begin);
        cassandra.execute(
                "INSERT INTO feedback_by_id (tenant_id, feedback_id, score) VALUES (?, 'load-5-r-1', 1)",
                tenant.value());
        BitSet asked = new BitSet();
        asked.set(0, 3);

        BitSet acknowledged = new StoredAcknowledgements(cassandra, tenant, "load-5-r-").await(asked, Instant.now());

        assertThat(acknowledged.stream()).containsExactly(0);
    }

    @Test
    void usersAndItemsAreTheTenantsOwnAndPopularItemsFirst() throws SQLException {
        insert("INSERT INTO tenants (tenant_id, name) VALUES ('%s', 'Shop')".formatted(tenant));
        insert(
                "INSERT INTO users (tenant_id, user_id, registered_at) VALUES ('%1$s', 'ben', now()), ('%1$s', 'anna', now())"
                        .formatted(tenant));
        insert(
                "INSERT INTO items (tenant_id, item_id, name, category) SELECT '%s', 'i-' || n, 'Item', 'all' FROM generate_series(1, 4) n"
                        .formatted(tenant));
        insert("INSERT INTO orders (tenant_id, order_id, user_id, ordered_at) VALUES ('%s', 'o-1', 'anna', now())"
                .formatted(tenant));
        insert(
                """
                INSERT INTO order_lines (tenant_id, order_id, line_number, item_id, quantity, unit_price)
                VALUES ('%1$s', 'o-1', 1, 'i-3', 1, 1), ('%1$s', 'o-1', 2, 'i-3', 1, 1), ('%1$s', 'o-1', 3, 'i-2', 9, 1)
                """
                        .formatted(tenant));

        assertThat(ShopIds.read(lease.postgres(), tenant, 10, 10))
                .isEqualTo(new ShopIds(List.of("anna", "ben"), List.of("i-3", "i-2", "i-1", "i-4")));
        assertThat(ShopIds.read(lease.postgres(), tenant, 1, 2))
                .isEqualTo(new ShopIds(List.of("anna"), List.of("i-3", "i-2")));
    }

    @Test
    void aTenantOfNobodyIsRefused() {
        assertThatThrownBy(() -> ShopIds.read(lease.postgres(), tenant, 1, 1))
                .isInstanceOf(TandemException.class)
                .hasMessage("Tenant %s has no users or no items; ./tandem demo makes a shop, or import one", tenant);
    }

    private ViewTraffic traffic() {
        return new ViewTraffic(settings, IDS, Clock.systemUTC());
    }

    private FeedbackTraffic feedbackTraffic() {
        return new FeedbackTraffic(settings, "r", IDS, new MadeUpReviews("1:1,2:1,3:1,4:1,5:1"), Clock.systemUTC());
    }

    private List<Feedback> feedbackOn(String topic) {
        return new TopicMessages(lease.kafkaBootstrapServers())
                .all(topic).stream()
                        .filter(message -> String.valueOf(message.key()).startsWith(tenant + "/"))
                        .map(message -> FeedbackCodec.decode(
                                message.value().getBytes(StandardCharsets.UTF_8), message.timestamp()))
                        .toList();
    }

    private static int number(Feedback feedback) {
        return Integer.parseInt(feedback.feedbackId().replaceFirst("load-5-r-", ""));
    }

    private static void publish(Feedback feedback) throws InterruptedException {
        Choice choice = new Choice(null, Choice.Reason.NO_COUPON_FITS, 0, 0);
        Offer offer = Offer.of(feedback, "", "", "", choice, CouponSettings.DEFAULTS, feedback.receivedAt());
        try (TopicPublisher publisher = TopicPublisher.open(new KafkaSettings(lease.kafkaBootstrapServers()))) {
            publisher.publish(new ProducerRecord<>(
                    "tandem.offers.v1", feedback.key().getBytes(StandardCharsets.UTF_8), OfferCodec.encode(offer)));
            publisher.flush();
        }
    }

    private static boolean awaitStored(StoredViews stored, ViewTraffic traffic, BitSet acknowledged) {
        try {
            return stored.awaitStored(traffic, acknowledged, Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void store(View view, Instant viewedAt) {
        cassandra.execute(
                "INSERT INTO views_by_user (tenant_id, user_id, viewed_at, event_id, item_id) VALUES (?, ?, ?, ?, ?)",
                view.tenant().value(),
                view.user().value(),
                viewedAt,
                view.eventId(),
                view.item().value());
    }

    private static void insert(String statement) throws SQLException {
        try (Connection postgres = DriverManager.getConnection(lease.postgresUrl(), lease.postgresUser(), "");
                Statement insert = postgres.createStatement()) {
            insert.execute(statement);
        }
    }

    /** This tenant's views on their topic, which is shared. */
    private List<View> onTopic() {
        return new TopicMessages(lease.kafkaBootstrapServers())
                .all("tandem.views.v1").stream()
                        .filter(message -> String.valueOf(message.key()).startsWith(tenant + "/"))
                        .map(message ->
                                ViewCodec.decode(message.value().getBytes(StandardCharsets.UTF_8), message.timestamp()))
                        .toList();
    }
}
