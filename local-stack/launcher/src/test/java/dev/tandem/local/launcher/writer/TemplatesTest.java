package dev.tandem.local.launcher.writer;

import static dev.tandem.local.launcher.writer.Offers.amount;
import static dev.tandem.local.launcher.writer.Offers.offer;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.shopdata.RecordedShop;
import dev.tandem.local.launcher.syntheticshop.SyntheticShop;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    private static final TenantId BOUTIQUE = new TenantId("boutique");

    @TempDir
    private Path folder;

    @Test
    void aTenantHasItsLanguageCurrencyTimeZoneCategoriesAndPhrases() throws IOException {
        file(
                """
                language = de
                currency = CHF
                time-zone = Europe/Zurich
                category.c-1 = Schöne Dinge
                de.greeting.named = Grüezi {name},
                """);
        Instant until = Instant.parse("2027-03-01T22:30:00Z");

        assertThat(write(Optional.empty(), until))
                .startsWith("Grüezi Anna Berg, es tut uns leid,")
                .endsWith(
                        "5,00 CHF Nachlass auf Ihre nächste Bestellung aus „Schöne Dinge“, gültig bis zum 1. März 2027.");
        assertThat(write(Optional.of("en"), until))
                .startsWith("Dear Anna Berg, we are sorry")
                .endsWith("5.00 CHF off your next order from Schöne Dinge, valid until 1 March 2027.");
    }

    @Test
    void aTenantWithoutAFileGetsEnglishAndEuro() {
        assertThat(write(Optional.empty(), Instant.parse("2027-03-01T00:00:00Z")))
                .endsWith("5.00 EUR off your next order from c-1, valid until 28 February 2027.");
    }

    @Test
    void theSyntheticShopsCategoriesAreCalledWhatItCallsThem() {
        RecordedShop shop = new RecordedShop();
        new SyntheticShop(new SyntheticShopSize(1, 200, 12, 10), 9, Instant.parse("2026-03-01T00:00:00Z"))
                .writeTo(shop);

        assertThat(Templates.open(Optional.empty(), Optional.empty())
                        .of(new TenantId("shop"))
                        .categories())
                .isEqualTo(shop.items().stream()
                        .collect(toMap(
                                item -> item.category(),
                                item -> item.attributes().getOrDefault("category_name", ""),
                                (one, other) -> one)));
    }

    @Test
    void allThatIsWrongWithAFileIsSaid() throws IOException {
        file(
                """
                langage = de
                en.greetings = Hi
                en.greeting = Hi {name},
                en.coupon = Take {cupon_id}.
                """);

        assertThatThrownBy(this::open)
                .isInstanceOf(TandemException.class)
                .hasMessageStartingWith(folder.resolve("boutique.properties") + ": ")
                .hasMessageContaining("'langage' is unknown; there are language, currency, time-zone, category.ID and")
                .hasMessageContaining("'en.greetings' is unknown")
                .hasMessageContaining("en.greeting has {name}; allowed: []")
                .hasMessageContaining("en.coupon has {cupon_id}; allowed: [coupon_id, coupon_name, discount]");
    }

    @Test
    void aValueThatIsNoneIsRefused() throws IOException {
        file("currency = euro");
        assertThatThrownBy(this::open).hasMessageContaining("currency is 'euro'; allowed: a code as in ISO 4217");

        file("time-zone = Berlin");
        assertThatThrownBy(this::open).hasMessageContaining("time-zone is 'Berlin'; allowed: such as Europe/Berlin");

        file("en.date = b");
        assertThatThrownBy(this::open).hasMessageContaining("en.date is 'b'; allowed: a pattern such as d MMMM yyyy");

        file("language = fr\nfr.greeting = Bonjour,");
        assertThatThrownBy(this::open)
                .hasMessageContaining(
                        "fr.greeting.named is missing, and Tandem brings along English (en) and German (de)");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Templates.open(Optional.of(folder.resolve("nowhere")), Optional.empty()))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("--templates is '" + folder.resolve("nowhere"));
    }

    private String write(Optional<String> language, Instant until) {
        return Message.of(
                offer().of("boutique", "f-1")
                        .with(amount("5", "c-1", Set.of(), until))
                        .build(),
                Templates.open(Optional.of(folder), language).of(BOUTIQUE));
    }

    private void open() {
        Templates.open(Optional.of(folder), Optional.empty());
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("boutique.properties"), text);
    }
}
