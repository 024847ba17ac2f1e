package dev.tandem.streaming.live;

import java.io.Serializable;

/**
 * What became of users whose lists were to be made.
 *
 * @param lists written
 * @param waiting users whose lists know more than Cassandra does, because something is on its way to it: they are to be looked
 *     at again
 */
public record Made(long lists, long waiting) implements Serializable {
    /** Nothing done. */
    public static final Made NOTHING = new Made(0, 0);

    /** Both together. */
    public Made plus(Made other) {
        return new Made(lists + other.lists, waiting + other.waiting);
    }
}
