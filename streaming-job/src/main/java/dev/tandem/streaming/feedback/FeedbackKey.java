package dev.tandem.streaming.feedback;

import dev.tandem.core.shop.TenantId;

/** What tells one feedback from all others. */
record FeedbackKey(TenantId tenant, String feedbackId) {}
