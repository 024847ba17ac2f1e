/** Cassandra as jobs see it: tables of the contract read, looked up, upserted and deleted from as Datasets. */
@NullMarked
package dev.tandem.runtime.cassandra;

import org.jspecify.annotations.NullMarked;
