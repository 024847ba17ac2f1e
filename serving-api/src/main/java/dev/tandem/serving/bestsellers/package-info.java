/** {@code /v1/best-sellers}: what most buyers bought last month, per category and overall. */
@NullMarked
package dev.tandem.serving.bestsellers;

import org.jspecify.annotations.NullMarked;
