@NullMarked
package dev.tandem.local.launcher.onlineretail;

import org.jspecify.annotations.NullMarked;
