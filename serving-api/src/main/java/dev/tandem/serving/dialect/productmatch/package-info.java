/**
 * The HTTP interface of a product recommender that Tandem takes the place of, for its clients to move over unchanged: its
 * paths, headers, bodies and errors over Tandem's histories and best sellers, of one tenant.
 */
@NullMarked
package dev.tandem.serving.dialect.productmatch;

import org.jspecify.annotations.NullMarked;
