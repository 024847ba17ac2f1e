/** Users, items, orders and coupons, from Kafka to PostgreSQL, and the orders that wait for what they name. */
@NullMarked
package dev.tandem.streaming.registration;

import org.jspecify.annotations.NullMarked;
