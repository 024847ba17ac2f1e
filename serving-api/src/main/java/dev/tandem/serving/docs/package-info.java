/** {@code /openapi.yaml} and {@code /docs}: the API's description, for programs and for people. */
@NullMarked
package dev.tandem.serving.docs;

import org.jspecify.annotations.NullMarked;
