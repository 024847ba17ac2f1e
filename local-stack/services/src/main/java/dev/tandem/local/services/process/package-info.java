/** Programs that run as processes of their own: started, told apart, recorded on disk, stopped. */
@NullMarked
package dev.tandem.local.services.process;

import org.jspecify.annotations.NullMarked;
