/** {@code /v1/users/{user_id}/…}: items for a user, new ones and those bought before. */
@NullMarked
package dev.tandem.serving.recommendation;

import org.jspecify.annotations.NullMarked;
