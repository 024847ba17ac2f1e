/**
 * The users, items and orders of one shop on their way into PostgreSQL: records, and the loader that writes them all in
 * one transaction without touching what has not changed.
 */
@NullMarked
package dev.tandem.local.launcher.shopdata;

import org.jspecify.annotations.NullMarked;
