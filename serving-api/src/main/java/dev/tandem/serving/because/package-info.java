/** {@code …/because}: what a user bought and viewed that speaks for an item. */
@NullMarked
package dev.tandem.serving.because;

import org.jspecify.annotations.NullMarked;
