/** What a comparison of settings reports, against real servers. */
@NullMarked
package dev.tandem.training.comparison;

import org.jspecify.annotations.NullMarked;
