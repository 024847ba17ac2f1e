package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event of a run and its number, the first one's being 0. */
interface NumberedEvent {
    int number();

    /** The event as the API takes it. */
    ObjectNode json();
}
