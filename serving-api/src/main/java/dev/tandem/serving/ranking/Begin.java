package dev.tandem.serving.ranking;

import java.util.List;

/**
 * Where a page begins.
 *
 * @param demoted the stamp of what was demoted on the pages before
 * @param places one for each source that they have asked; none for the first page
 */
record Begin(String demoted, List<Place> places) {
    Begin {
        places = List.copyOf(places);
    }

    boolean isFirst() {
        return places.isEmpty();
    }

    /** Whether the pages before were made with the same items demoted, so that this one goes on where they ended. */
    boolean fits(Shelf shelf) {
        return isFirst() || demoted.equals(shelf.demoted().stamp());
    }

    Place place(int source) {
        return source < places.size() ? places.get(source) : Place.UNTOUCHED;
    }
}
