package dev.tandem.training.interactions;

import java.time.Duration;

/**
 * What orders and views count.
 *
 * @param halfLife the age at which an order or view counts half
 * @param viewWeight what a view counts beside an order of the same age
 */
public record EventWeights(Duration halfLife, double viewWeight) {
    /** Orders alone. */
    public static EventWeights ofOrders(Duration halfLife) {
        return new EventWeights(halfLife, 0);
    }
}
