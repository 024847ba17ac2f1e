/** {@code ./tandem models}: which models there are, how good they are, and which one is served. */
@NullMarked
package dev.tandem.local.launcher.models;

import org.jspecify.annotations.NullMarked;
