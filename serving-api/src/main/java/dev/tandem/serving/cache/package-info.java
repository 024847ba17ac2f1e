/** What is remembered for seconds, and beyond that for as long as the store fails. */
@NullMarked
package dev.tandem.serving.cache;

import org.jspecify.annotations.NullMarked;
