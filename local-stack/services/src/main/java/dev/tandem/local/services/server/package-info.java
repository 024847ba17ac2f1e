/** PostgreSQL, Kafka and Cassandra on this machine, each a process on the class path that its makers released. */
@NullMarked
package dev.tandem.local.services.server;

import org.jspecify.annotations.NullMarked;
