/** What every endpoint shares: reading a request strictly, answering without blocking, and errors in one form. */
@NullMarked
package dev.tandem.serving.http;

import org.jspecify.annotations.NullMarked;
