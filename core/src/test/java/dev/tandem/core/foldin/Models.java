package dev.tandem.core.foldin;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.RowObjective;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small models. */
final class Models {
    static final TenantId SHOP = new TenantId("shop");
    static final ModelVersion VERSION = new ModelVersion("ials-1");
    static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    static final Duration HALF_LIFE = Duration.ofDays(60);
    static final RowObjective IALS = RowObjective.ials(0.01, 1, 0.1);

    private Models() {}

    /** Candles i0 to i2 have vectors of one direction, lamps i3 to i5 of another; i5 has left the catalogue. */
    static FoldInModel twoTastes(FoldInSettings settings) {
        List<FoldInItem> items = new ArrayList<>();
        for (int item = 0; item < 6; item++) {
            items.add(
                    item == 5
                            ? FoldInItem.unlisted("i5")
                            : FoldInItem.listed("i" + item, "Item " + item, item < 3 ? "candles" : "lamps"));
        }
        return new FoldInModel(
                SHOP,
                VERSION,
                NOW.minusSeconds(3_600),
                settings,
                items,
                new FactorMatrix(2, new float[] {1, 0, 0.9f, 0.1f, 0.8f, 0, 0, 1, 0.1f, 0.9f, 0, 0.8f}),
                new float[] {0, 0, 0, 0, 0.5f, 0});
    }

    static FoldInModel twoTastes() {
        return twoTastes(settings(0));
    }

    static FoldInSettings settings(double popularityWeight) {
        return new FoldInSettings(IALS, 0.2, HALF_LIFE, popularityWeight, 0.1);
    }
}
