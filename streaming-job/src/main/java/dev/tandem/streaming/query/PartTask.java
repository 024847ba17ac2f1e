package dev.tandem.streaming.query;

import dev.tandem.streaming.event.EventRecord;
import java.io.Serializable;
import java.util.Iterator;

/** What is made of one part of a batch, wherever that is done. */
@FunctionalInterface
public interface PartTask<T extends Serializable> extends Serializable {
    /** Done when everything is written that it writes. */
    T make(Iterator<EventRecord> records);
}
