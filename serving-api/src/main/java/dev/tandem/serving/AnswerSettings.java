package dev.tandem.serving;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.demotion.Demotion;
import java.time.Duration;

/**
 * How requests are answered.
 *
 * @param defaultTenant the tenant of requests that name none
 * @param productMatchTenant the tenant of requests in the dialect that names none
 * @param feedbackTenant the tenant of reviews in the dialect that names none
 * @param requestTimeout after which the store counts as failed
 * @param maxTenantAge how long it is remembered whether a tenant exists
 * @param maxModelAge how long the active model is remembered, so how long a switch may take
 * @param maxBestSellersAge how long best sellers are remembered
 * @param maxTrendingAge how long it is remembered what trends
 * @param maxStockAge how long it is remembered which items are out of stock, and which are demoted
 * @param maxListAge how long a published list is remembered; zero for not at all
 * @param maxLiveListAge how long a user's live list, or that there is none, is remembered; zero for not at all
 * @param demotion whether items that many are unhappy with stand behind all others in lists
 */
public record AnswerSettings(
        TenantId defaultTenant,
        TenantId productMatchTenant,
        TenantId feedbackTenant,
        Duration requestTimeout,
        Duration maxTenantAge,
        Duration maxModelAge,
        Duration maxBestSellersAge,
        Duration maxTrendingAge,
        Duration maxStockAge,
        Duration maxListAge,
        Duration maxLiveListAge,
        Demotion.Choice demotion) {}
