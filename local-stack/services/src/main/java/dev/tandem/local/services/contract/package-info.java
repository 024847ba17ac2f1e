/** Brings a live server to the state that the contract files describe; doing it again changes nothing. */
@NullMarked
package dev.tandem.local.services.contract;

import org.jspecify.annotations.NullMarked;
