/** The local servers as integration tests share them: one set for a whole build, a fresh database for each caller. */
@NullMarked
package dev.tandem.local.services;

import org.jspecify.annotations.NullMarked;
