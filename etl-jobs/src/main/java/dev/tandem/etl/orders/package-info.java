/** The job sync-orders: orders and their lines from PostgreSQL to Cassandra. */
@NullMarked
package dev.tandem.etl.orders;

import org.jspecify.annotations.NullMarked;
