/** The job reconcile-feedback: proves that critical feedback is answered and answers arrive, and sends again what does not. */
@NullMarked
package dev.tandem.etl.reconciliation;

import org.jspecify.annotations.NullMarked;
