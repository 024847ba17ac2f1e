@NullMarked
package dev.tandem.local.launcher.shopdata;

import org.jspecify.annotations.NullMarked;
