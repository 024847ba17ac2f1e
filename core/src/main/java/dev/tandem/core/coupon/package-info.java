/** Coupons and which of them answers a critical feedback best: who may have one, and what it is expected to be worth. */
@NullMarked
package dev.tandem.core.coupon;

import org.jspecify.annotations.NullMarked;
