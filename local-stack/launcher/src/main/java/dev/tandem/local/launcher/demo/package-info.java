/** The demo: a synthetic shop taken from orders to recommendations, and what to try on it. */
@NullMarked
package dev.tandem.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
