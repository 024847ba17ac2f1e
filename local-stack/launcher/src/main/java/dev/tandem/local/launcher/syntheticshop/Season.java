package dev.tandem.local.launcher.syntheticshop;

import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import java.time.Month;
import java.util.EnumSet;
import java.util.Set;

/** When an item sells. */
@SuppressWarnings("ImmutableEnumChecker") // its collections cannot be changed
enum Season {
    ALL_YEAR("", EnumSet.allOf(Month.class)),
    VALENTINE("Valentine ", EnumSet.of(JANUARY, FEBRUARY)),
    EASTER("Easter ", EnumSet.of(MARCH, APRIL)),
    SUMMER("Summer ", EnumSet.of(MAY, JUNE, JULY, AUGUST)),
    HALLOWEEN("Halloween ", EnumSet.of(SEPTEMBER, OCTOBER)),
    CHRISTMAS("Christmas ", EnumSet.of(OCTOBER, NOVEMBER, DECEMBER));

    private static final double DEMAND_IN_SEASON = 4;
    private static final double DEMAND_OUT_OF_SEASON = 0.02;

    private final String prefix;
    private final Set<Month> months;

    Season(String prefix, Set<Month> months) {
        this.prefix = prefix;
        this.months = Set.copyOf(months);
    }

    /** What stands before the names of its items, a blank included. */
    String prefix() {
        return prefix;
    }

    /** How much an item is asked for in a month, an ordinary item being asked for once. */
    double demand(Month month) {
        if (this == ALL_YEAR) {
            return 1;
        }
        return months.contains(month) ? DEMAND_IN_SEASON : DEMAND_OUT_OF_SEASON;
    }
}
