package dev.tandem.serving.ranking;

import dev.tandem.serving.demotion.Demoted;
import java.util.Set;

/**
 * What is known of a tenant's items when a page is made.
 *
 * @param outOfStock the ids of items that are left out
 * @param demoted items that stand behind all others
 */
record Shelf(Set<String> outOfStock, Demoted demoted) {
    /**
     * Whether these are the same findings. The stock is compared by identity: it is read anew every few seconds, and to compare
     * its items costs more than a page.
     */
    boolean isSame(Shelf other) {
        return outOfStock == other.outOfStock && demoted.stamp().equals(other.demoted.stamp());
    }
}
