package dev.tandem.serving.foldin;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.RowObjective;
import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.FoldInSettings;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Models of two tastes. */
public final class SmallModels {
    public static final Instant EVENTS_UNTIL = Instant.parse("2026-01-01T23:00:00Z");

    private static final RowObjective IALS = RowObjective.ials(0.01, 1, 0.1);

    private SmallModels() {}

    /**
     * candle-1 to candle-3 have vectors of one direction, lamp-1 to lamp-3 of another, the first ones the longest; lamp-3
     * has left the catalogue.
     */
    public static FoldInModel twoTastes(TenantId tenant, ModelVersion version) {
        List<FoldInItem> items = List.of(
                FoldInItem.listed("candle-1", "First candle", "Candles"),
                FoldInItem.listed("candle-2", "Second candle", "Candles"),
                FoldInItem.listed("candle-3", "Third candle", "Candles"),
                FoldInItem.listed("lamp-1", "First lamp", "Lamps"),
                FoldInItem.listed("lamp-2", "Second lamp", "Lamps"),
                FoldInItem.unlisted("lamp-3"));
        return new FoldInModel(
                tenant,
                version,
                EVENTS_UNTIL,
                new FoldInSettings(IALS, 0.2, Duration.ofDays(60), 0, 0.1),
                items,
                new FactorMatrix(2, new float[] {1, 0.1f, 0.9f, 0.1f, 0.8f, 0.1f, 0.1f, 1, 0.1f, 0.9f, 0.1f, 0.8f}),
                new float[items.size()]);
    }
}
