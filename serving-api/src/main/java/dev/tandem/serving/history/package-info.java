/** {@code /v1/users/{user_id}/history}: what a user looked at, without what they took out of it. */
@NullMarked
package dev.tandem.serving.history;

import org.jspecify.annotations.NullMarked;
