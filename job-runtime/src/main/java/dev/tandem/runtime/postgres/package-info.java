/** PostgreSQL as jobs see it: partitioned reads into Spark, and small questions asked by the driver. */
@NullMarked
package dev.tandem.runtime.postgres;

import org.jspecify.annotations.NullMarked;
