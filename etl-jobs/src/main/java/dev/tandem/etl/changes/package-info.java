/** What both syncs share: how far a job has followed PostgreSQL, and what Cassandra lacks of it. */
@NullMarked
package dev.tandem.etl.changes;

import org.jspecify.annotations.NullMarked;
