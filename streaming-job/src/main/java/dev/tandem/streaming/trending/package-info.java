/** What is looked at most lately, by category and over all. */
@NullMarked
package dev.tandem.streaming.trending;

import org.jspecify.annotations.NullMarked;
