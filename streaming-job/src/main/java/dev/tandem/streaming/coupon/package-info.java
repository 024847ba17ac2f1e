/** The coupons that can be given now, kept up to date while they change. */
@NullMarked
package dev.tandem.streaming.coupon;

import org.jspecify.annotations.NullMarked;
