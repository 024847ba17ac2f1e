package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class LookupLoadTest {
    private static final List<String> USERS = List.of("anna", "ben/1", "cleo 2");

    private final Queue<Lookup> lookups = new ConcurrentLinkedQueue<>();

    @Test
    void sendsEachRequestWhenItIsDueThoughNoneBeforeIsAnswered() throws Exception {
        try (ShopApi api = new ShopApi(20, "{\"items\":[]}")) {
            new LookupLoad(api.settings(20), USERS).run(lookups::add);
        }

        assertThat(lookups).hasSize(20).allSatisfy(lookup -> assertThat(lookup.isList())
                .isTrue());
        assertThat(lookups)
                .extracting(Lookup::dueAt)
                .contains(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(950));
        // The first one waits for the last one, which is due 950 ms later.
        assertThat(lookups).filteredOn(lookup -> lookup.dueAt().isZero()).allSatisfy(first -> assertThat(first.took())
                .isGreaterThanOrEqualTo(Duration.ofMillis(950)));
    }

    @Test
    void asksForTheSameUsersInTheSameOrderForTheSameSeed() throws Exception {
        List<String> first;
        try (ShopApi api = new ShopApi(1, "{}")) {
            new LookupLoad(api.settings(20), USERS).run(lookups::add);
            first = api.paths().stream().sorted().toList();
        }
        try (ShopApi api = new ShopApi(1, "{}")) {
            new LookupLoad(api.settings(20), USERS).run(lookups::add);

            assertThat(api.paths()).containsExactlyInAnyOrderElementsOf(first);
        }
        assertThat(first)
                .contains("/v1/users/anna/recommendations", "/v1/users/ben%2F1/recommendations")
                .contains("/v1/users/cleo%202/recommendations");
    }

    @Test
    void anAnswerThatIsNoJsonHasNoBody() throws Exception {
        try (ShopApi api = new ShopApi(1, "<html>")) {
            new LookupLoad(api.settings(1), USERS).run(lookups::add);
        }

        assertThat(lookups).singleElement().satisfies(lookup -> {
            assertThat(lookup.status()).isEqualTo(200);
            assertThat(lookup.isList()).isFalse();
        });
    }

    @Test
    void aRequestThatNobodyTakesHasNoStatus() throws Exception {
        LookupLoadSettings settings;
        try (ShopApi api = new ShopApi(1, "{}")) {
            settings = api.settings(2);
        }

        new LookupLoad(settings, USERS).run(lookups::add);

        assertThat(lookups).hasSize(2).extracting(Lookup::status).containsOnly(0);
    }

    @Test
    void aLoadOfNothingIsRefused() {
        URI api = URI.create("http://127.0.0.1:1");
        TenantId shop = new TenantId("shop");

        assertThatThrownBy(() -> new LookupLoadSettings(api, shop, 0, Duration.ofSeconds(1), 1, 1))
                .hasMessage("--rate is '0'; allowed: 1 to 5000");
        assertThatThrownBy(() -> new LookupLoadSettings(api, shop, 1, Duration.ofMillis(900), 1, 1))
                .hasMessage("--duration is 'PT0.9S'; allowed: PT1S and more, in whole seconds");
    }
}
