@NullMarked
package dev.tandem.local.launcher.syntheticshop;

import org.jspecify.annotations.NullMarked;
