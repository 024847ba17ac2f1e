package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;

/**
 * An offer at its position in the topic.
 *
 * @param json the message, in one line
 */
public record PublishedOffer(int partition, long offset, TenantId tenant, String json) {}
