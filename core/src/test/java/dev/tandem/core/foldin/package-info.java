/** Lists from histories compared with what is true by hand. */
@NullMarked
package dev.tandem.core.foldin;

import org.jspecify.annotations.NullMarked;
