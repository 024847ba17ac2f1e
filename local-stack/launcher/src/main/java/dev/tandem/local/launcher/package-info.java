/** The command {@code ./tandem}: its sub-commands, and how their failures reach a person and a script. */
@NullMarked
package dev.tandem.local.launcher;

import org.jspecify.annotations.NullMarked;
