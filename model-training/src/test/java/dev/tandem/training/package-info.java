/** What holds for the module as a whole. */
@NullMarked
package dev.tandem.training;

import org.jspecify.annotations.NullMarked;
