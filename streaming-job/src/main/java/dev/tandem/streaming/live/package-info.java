/** Lists of users who did something since the last batch, folded into the active model. */
@NullMarked
package dev.tandem.streaming.live;

import org.jspecify.annotations.NullMarked;
