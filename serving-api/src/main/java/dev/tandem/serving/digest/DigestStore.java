package dev.tandem.serving.digest;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The digests of feedback. */
public interface DigestStore {
    /** What the ratings of an item come to; empty where nobody rated it. */
    CompletionStage<Optional<Digest>> ofItem(TenantId tenant, ItemId item);

    /** What the ratings of a category's items come to, of all categories for {@code *}; empty where nobody rated one. */
    CompletionStage<Optional<Digest>> ofCategory(TenantId tenant, String category);
}
