/** {@code /v1/users/{user_id}/recommendations}: the active model's list, else best sellers, else none. */
@NullMarked
package dev.tandem.serving.recommendation;

import org.jspecify.annotations.NullMarked;
