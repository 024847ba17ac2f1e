@NullMarked
package dev.tandem.streaming;

import org.jspecify.annotations.NullMarked;
