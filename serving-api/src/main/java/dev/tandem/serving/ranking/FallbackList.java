package dev.tandem.serving.ranking;

import dev.tandem.core.shop.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The list for where nothing better is known. */
public interface FallbackList {
    /**
     * The tenant's list as a source of answers. It is loaded at once, so that it is in memory when the store fails.
     *
     * @param category of its items; {@link Filters#ALL_CATEGORIES} for all
     * @param unwanted the ids of items not to show, asked for only when the list is needed
     */
    ListSource source(TenantId tenant, String category, Supplier<CompletionStage<Set<String>>> unwanted);
}
