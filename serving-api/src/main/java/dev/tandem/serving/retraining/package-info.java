/** Asking Airflow for a new model over the API. */
@NullMarked
package dev.tandem.serving.retraining;

import org.jspecify.annotations.NullMarked;
