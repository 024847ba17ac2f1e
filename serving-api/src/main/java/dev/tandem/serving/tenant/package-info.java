/** Whose shop a request is about: the header that says so and the tenants that exist. */
@NullMarked
package dev.tandem.serving.tenant;

import org.jspecify.annotations.NullMarked;
