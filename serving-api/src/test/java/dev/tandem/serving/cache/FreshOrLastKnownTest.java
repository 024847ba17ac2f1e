package dev.tandem.serving.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshOrLastKnownTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Deque<CompletableFuture<String>> loads = new ArrayDeque<>();
    private final FreshOrLastKnown<String, String> values = new FreshOrLastKnown<>(
            Duration.ofNanos(100),
            10,
            key -> {
                CompletableFuture<String> load = new CompletableFuture<>();
                loads.add(load);
                return load;
            },
            nanos::get);

    @Test
    void aValueIsLoadedOnceForEveryoneWhoAsksMeanwhile() {
        CompletableFuture<String> first = values.get("key");
        CompletableFuture<String> second = values.get("key");
        loads.remove().complete("value");

        assertThat(first).isCompletedWithValue("value");
        assertThat(second).isCompletedWithValue("value");
        assertThat(loads).isEmpty();
    }

    @Test
    void aYoungValueIsNotLoadedAgain() {
        load("value");

        nanos.addAndGet(50);

        assertThat(values.get("key")).isCompletedWithValue("value");
        assertThat(loads).isEmpty();
    }

    @Test
    void fromHalfItsAgeAValueIsLoadedAnewAndNobodyWaits() {
        load("old");

        nanos.addAndGet(51);

        assertThat(values.get("key")).isCompletedWithValue("old");
        assertThat(values.get("key")).isCompletedWithValue("old");
        loads.remove().complete("new");
        assertThat(values.get("key")).isCompletedWithValue("new");
        assertThat(loads).isEmpty();
    }

    @Test
    void aValueBeyondItsAgeIsWaitedFor() {
        load("old");

        nanos.addAndGet(101);
        CompletableFuture<String> found = values.get("key");

        assertThat(found).isNotDone();
        loads.remove().complete("new");
        assertThat(found).isCompletedWithValue("new");
    }

    @Test
    void whenLoadingFailsTheLastKnownValueStandsIn() {
        load("old");

        nanos.addAndGet(1_000);
        CompletableFuture<String> found = values.get("key");
        loads.remove().completeExceptionally(new IllegalStateException("down"));

        assertThat(found).isCompletedWithValue("old");
    }

    @Test
    void afterAFailureNobodyWaitsForTheNextLoadUntilOneSucceeds() {
        load("old");
        nanos.addAndGet(1_000);
        CompletableFuture<String> waiting = values.get("key");
        loads.remove().completeExceptionally(new IllegalStateException("down"));

        assertThat(waiting).isCompletedWithValue("old");
        assertThat(values.get("key")).isCompletedWithValue("old");
        loads.remove().complete("new");
        assertThat(values.get("key")).isCompletedWithValue("new");

        nanos.addAndGet(1_000);
        assertThat(values.get("key")).isNotDone();
    }

    @Test
    void whenLoadingFailsAndNothingWasKnownThatIsTold() {
        CompletableFuture<String> found = values.get("key");

        loads.remove().completeExceptionally(new IllegalStateException("down"));

        assertThatThrownBy(found::join).hasRootCauseMessage("down");
    }

    @Test
    void afterAFailureTheNextOneWhoAsksLoadsAgain() {
        CompletableFuture<String> failed = values.get("key");
        loads.remove().completeExceptionally(new IllegalStateException("down"));
        assertThat(failed).isCompletedExceptionally();

        load("value");

        assertThat(values.get("key")).isCompletedWithValue("value");
    }

    @Test
    void aLoaderThatThrowsCountsAsFailed() {
        FreshOrLastKnown<String, String> broken = new FreshOrLastKnown<>(Duration.ofSeconds(1), 10, key -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> broken.get("key").join()).hasRootCauseMessage("broken");
        assertThatThrownBy(() -> broken.get("key").join()).hasRootCauseMessage("broken");
    }

    @Test
    void whatIsRememberedIsToldWithoutLoading() {
        assertThat(values.remembered("key")).isEmpty();

        load("value");
        nanos.addAndGet(1_000);

        assertThat(values.remembered("key")).contains("value");
        assertThat(loads).isEmpty();
    }

    private void load(String value) {
        CompletableFuture<String> found = values.get("key");
        loads.remove().complete(value);
        assertThat(found).isCompletedWithValue(value);
    }
}
