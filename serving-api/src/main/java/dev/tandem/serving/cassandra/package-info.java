/** The one connection to Cassandra: begun in the background, read by key, its failures told apart from defects. */
@NullMarked
package dev.tandem.serving.cassandra;

import org.jspecify.annotations.NullMarked;
