/** The ranked lists that a model's publication wrote, and which model's are served. */
@NullMarked
package dev.tandem.serving.published;

import org.jspecify.annotations.NullMarked;
