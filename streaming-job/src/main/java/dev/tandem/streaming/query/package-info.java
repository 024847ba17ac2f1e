/** What every streaming query has in common: how it is started, kept running by one process at a time, and stopped. */
@NullMarked
package dev.tandem.streaming.query;

import org.jspecify.annotations.NullMarked;
