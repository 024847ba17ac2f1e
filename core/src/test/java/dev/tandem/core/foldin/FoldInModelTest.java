package dev.tandem.core.foldin;

import static dev.tandem.core.foldin.HistoryEvent.order;
import static dev.tandem.core.foldin.HistoryEvent.view;
import static dev.tandem.core.foldin.Models.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldInModelTest {
    private static final UserHistory HISTORY = UserHistory.of(List.of(order("i0", NOW, "o1"), view("i3", NOW)));

    @Test
    void isReadBackAsItWasWritten() {
        FoldInModel model = Models.twoTastes(Models.settings(0.06));

        FoldInModel read = FoldInModel.decode(model.encode());

        assertThat(read.tenant()).isEqualTo(model.tenant());
        assertThat(read.version()).isEqualTo(model.version());
        assertThat(read.eventsUntil()).isEqualTo(model.eventsUntil());
        assertThat(read.settings()).isEqualTo(model.settings());
        assertThat(read.items()).isEqualTo(model.items());
        assertThat(new LiveRanker(read, 10).rank(HISTORY, NOW)).isEqualTo(new LiveRanker(model, 10).rank(HISTORY, NOW));
    }

    @Test
    void isCutIntoPartsOfHalfAMebibyte() {
        FoldInModel model = large();

        List<ByteBuffer> parts = model.encode();

        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).remaining()).isEqualTo(512 * 1024);
        assertThat(parts.get(1).remaining()).isEqualTo(512 * 1024);
        assertThat(FoldInModel.decode(parts).items()).isEqualTo(model.items());
    }

    @Test
    void isPutTogetherFromPartsInTheirOrder() {
        List<ByteBuffer> contents = large().encode();
        FoldInParts parts = new FoldInParts(Models.SHOP, Models.VERSION);

        while (!parts.isComplete()) {
            parts.add(contents.size(), contents.get(parts.next()));
        }

        assertThat(parts.toModel().items()).isEqualTo(large().items());
    }

    @Test
    void isNotPutTogetherFromTheRowsOfAnother() {
        FoldInParts parts = new FoldInParts(Models.SHOP, new ModelVersion("ials-2"));
        Models.twoTastes().encode().forEach(content -> parts.add(1, content));

        assertThatThrownBy(parts::toModel)
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("stored as model ials-2 of tenant shop is model ials-1 of tenant shop");
    }

    @Test
    void isNotPutTogetherFromRowsThatDisagreeAboutTheirNumber() {
        FoldInParts parts = new FoldInParts(Models.SHOP, Models.VERSION);
        parts.add(3, ByteBuffer.allocate(1));

        assertThatThrownBy(() -> parts.add(2, ByteBuffer.allocate(1)))
                .hasMessageContaining("Part 1 of model ials-1")
                .hasMessageContaining("2 parts, and the one before it 3");
    }

    @Test
    void refusesPartsOfWhichOneIsMissingOrCut() {
        List<ByteBuffer> parts = large().encode();
        ByteBuffer cut = parts.get(2).slice(0, parts.get(2).remaining() - 1);

        assertThatThrownBy(() -> FoldInModel.decode(parts.subList(0, 2))).hasMessageContaining("bytes follow its head");
        assertThatThrownBy(() -> FoldInModel.decode(List.of(parts.get(0), parts.get(1), cut)))
                .hasMessageContaining("Run publish-recommendations again");
    }

    @Test
    void refusesPartsInAnotherOrder() {
        List<ByteBuffer> parts = large().encode();

        assertThatThrownBy(() -> FoldInModel.decode(List.of(parts.get(1), parts.get(0), parts.get(2))))
                .hasMessageContaining("it does not begin as one");
        assertThatThrownBy(() -> FoldInModel.decode(List.of(parts.get(0), parts.get(2), parts.get(1))))
                .hasMessageContaining("its checksum is wrong");
    }

    @Test
    void refusesWhatIsSomethingElse() {
        assertThatThrownBy(() -> FoldInModel.decode(List.of())).hasMessageContaining("it does not begin as one");
        assertThatThrownBy(() -> FoldInModel.decode(List.of(ByteBuffer.wrap(new byte[100]))))
                .hasMessageContaining("it does not begin as one");
    }

    @Test
    void refusesAFormOfLaterOn() {
        ByteBuffer later = ByteBuffer.allocate(1_000)
                .put(Models.twoTastes().encode().get(0))
                .put(4, (byte) 2)
                .flip();

        assertThatThrownBy(() -> FoldInModel.decode(List.of(later)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("its form is 2, and this version of Tandem reads form 1");
    }

    @Test
    void hasAVectorAndABiasForEachItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FoldInModel(
                        Models.SHOP,
                        Models.VERSION,
                        NOW,
                        Models.settings(0),
                        List.of(FoldInItem.unlisted("i1")),
                        new FactorMatrix(1, new float[] {1, 2}),
                        new float[] {0}))
                .withMessage("1 items have 2 vectors and 1 biases");
    }

    @Test
    void knowsItsItems() {
        assertThat(Models.twoTastes().knows("i5")).isTrue();
        assertThat(Models.twoTastes().knows("i6")).isFalse();
    }

    /** 3,000 items of rank 100: 1.2 MB of vectors. */
    private static FoldInModel large() {
        List<FoldInItem> items = new ArrayList<>();
        for (int item = 0; item < 3_000; item++) {
            items.add(FoldInItem.listed("item-" + item, "Käse № " + item, "food"));
        }
        return new FoldInModel(
                Models.SHOP,
                Models.VERSION,
                NOW,
                Models.settings(0.06),
                items,
                FactorMatrix.random(3_000, 100, 42),
                new float[3_000]);
    }
}
