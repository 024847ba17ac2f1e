/** The contract files and their one mirror in Java: every table, column and topic is named here and nowhere else. */
@NullMarked
package dev.tandem.core.schema;

import org.jspecify.annotations.NullMarked;
