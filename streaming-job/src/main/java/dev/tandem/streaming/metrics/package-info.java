/** What the application tells about itself over HTTP. */
@NullMarked
package dev.tandem.streaming.metrics;

import org.jspecify.annotations.NullMarked;
