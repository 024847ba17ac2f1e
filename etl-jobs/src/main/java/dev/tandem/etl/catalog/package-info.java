/** The job sync-catalog: tenants, users and items from PostgreSQL to Cassandra. */
@NullMarked
package dev.tandem.etl.catalog;

import org.jspecify.annotations.NullMarked;
