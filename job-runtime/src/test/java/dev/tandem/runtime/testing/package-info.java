/** What tests of Spark code share: one session a JVM, and rows written in the test. */
@NullMarked
package dev.tandem.runtime.testing;

import org.jspecify.annotations.NullMarked;
