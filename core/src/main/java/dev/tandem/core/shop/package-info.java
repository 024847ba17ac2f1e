/** The words of a shop: tenant, user, item, order, coupon. Ids are strings that are checked once, where they enter. */
@NullMarked
package dev.tandem.core.shop;

import org.jspecify.annotations.NullMarked;
