/** Critical feedback and what it is answered with: who gave it, which coupon fits, and the offer on its way. */
@NullMarked
package dev.tandem.streaming.criticalfeedback;

import org.jspecify.annotations.NullMarked;
