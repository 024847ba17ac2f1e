/** The job digest-feedback: what ratings come to, for each item and category, and which items many are unhappy with. */
@NullMarked
package dev.tandem.etl.digest;

import org.jspecify.annotations.NullMarked;
