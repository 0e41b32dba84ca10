package dev.roamlab.conformance.arithmetic;

import java.util.Arrays;
import java.util.List;

/**
 * A way to work out a bill: the right one, other honest readings of an open passage, and the known mistakes, each with the
 * catalogue entries that it breaks.
 */
public enum Method {
    RIGHT(Kind.RIGHT, Figure.TOTAL, "as the specification has it"),

    TARIFF_ASSUMED(Kind.READING, Figure.TOTAL, "periods without tariff_id priced by the CDR's only Tariff", "CDR-122"),
    CHANGE_AT_BOUNDARY(
            Kind.READING,
            Figure.TOTAL,
            "a price change within a minute, or half a kWh, of a period's bound taken to be at the bound"),
    PARKING_TOTAL_ROUNDED(Kind.READING, Figure.TOTAL, "step_size of parking applied although charging came after it"),
    COMBINED_TIME_ROUNDED(Kind.READING, Figure.TOTAL, "step_size applied to the sum of charging and parking time"),
    RESERVATION_UNROUNDED(Kind.READING, Figure.TOTAL, "reservation time not rounded when time is priced after it"),
    RESERVATION_CANCELLED(Kind.READING, Figure.TOTAL, "a reservation without session cancelled, not expired"),
    EXACT_MULTIPLE_RAISED(Kind.READING, Figure.TOTAL, "one more step_size on an exact multiple", "TAR-074"),
    WEEKDAY_IN_UTC(Kind.READING, Figure.TOTAL, "day_of_week read in UTC", "TAR-106"),
    LAST_TARIFF_ROUNDED(Kind.READING, Figure.TOTAL, "step_size applied to what the last Tariff prices only"),
    MISSING_VAT_FILLED(Kind.READING, Figure.GROSS, "a missing vat taken from the other components", "TAR-072"),

    LAST_MATCH(Kind.MISTAKE, Figure.TOTAL, "the last matching element used", "TAR-028", "TAR-029"),
    ALL_MATCHES_ADDED(Kind.MISTAKE, Figure.TOTAL, "all matching elements added up", "TAR-030"),
    PRICED_WITHOUT_MATCH(Kind.MISTAKE, Figure.TOTAL, "a price charged although no element matches", "TAR-031"),
    MIN_PRICE_IGNORED(Kind.MISTAKE, Figure.TOTAL, "min_price ignored", "TAR-046"),
    MIN_PRICE_ADDED(Kind.MISTAKE, Figure.TOTAL, "min_price added as a start fee", "TAR-047"),
    MIN_PRICE_NET_ONLY(Kind.MISTAKE, Figure.GROSS, "min_price applied without tax only", "TAR-048"),
    MAX_PRICE_IGNORED(Kind.MISTAKE, Figure.TOTAL, "max_price ignored", "TAR-049"),
    MAX_PRICE_NET_ONLY(Kind.MISTAKE, Figure.GROSS, "max_price applied without tax only", "TAR-050"),
    ENERGY_PRICE_PER_WH(Kind.MISTAKE, Figure.TOTAL, "the price of a kWh charged per Wh", "TAR-056"),
    FLAT_PER_PERIOD(Kind.MISTAKE, Figure.TOTAL, "FLAT charged for each period", "TAR-057"),
    PARKING_AS_TIME(Kind.MISTAKE, Figure.TOTAL, "parked time billed at the TIME price", "TAR-059", "TAR-062"),
    EXPIRY_FEE_ALONE(Kind.MISTAKE, Figure.TOTAL, "the expiry fee charged instead of the reserved time", "TAR-065"),
    EXPIRY_FEE_ALWAYS(Kind.MISTAKE, Figure.TOTAL, "the expiry fee charged for a used reservation", "TAR-065"),
    SESSION_FEE_WITHOUT_SESSION(
            Kind.MISTAKE, Figure.TOTAL, "the session's FLAT charged for an unused reservation", "TAR-065", "TAR-108"),
    TAX_THE_OTHER_WAY(
            Kind.MISTAKE,
            Figure.TOTAL,
            "prices with tax taken for prices without, or the reverse",
            "TAR-068",
            "TAR-069"),
    ONE_VAT_FOR_ALL(Kind.MISTAKE, Figure.GROSS, "one vat applied to every component", "TAR-070"),
    STEP_IGNORED(Kind.MISTAKE, Figure.TOTAL, "step_size ignored", "TAR-073"),
    FIRST_STEP_NOT_FULL(Kind.MISTAKE, Figure.TOTAL, "less than one step_size billed as consumed", "TAR-075"),
    STEP_PER_TIME_ELEMENT(
            Kind.MISTAKE,
            Figure.TOTAL,
            "step_size applied at a change between TIME elements",
            "TAR-077",
            "TAR-078",
            "CDR-088"),
    STEP_LOST_IN_FREE_TIME(
            Kind.MISTAKE, Figure.TOTAL, "step_size dropped because the session ends in free time", "TAR-079"),
    EXPIRED_AS_RESERVED(Kind.MISTAKE, Figure.TOTAL, "RESERVATION's time price used after expiry", "TAR-082"),
    EXPIRED_TWICE(Kind.MISTAKE, Figure.TOTAL, "both reservation time prices charged after expiry", "TAR-082"),
    ONE_ELEMENT_FOR_ALL(Kind.MISTAKE, Figure.TOTAL, "one element used for every dimension", "TAR-083"),
    ENERGY_STEP_IN_KWH(Kind.MISTAKE, Figure.TOTAL, "ENERGY's step_size read in kWh", "TAR-085"),
    TIME_STEP_IN_MINUTES(Kind.MISTAKE, Figure.TOTAL, "a time's step_size read in minutes", "TAR-086"),
    FLAT_TIMES_STEP(Kind.MISTAKE, Figure.TOTAL, "FLAT multiplied by its step_size", "TAR-087"),
    DECIDED_AT_START(
            Kind.MISTAKE, Figure.TOTAL, "restrictions judged once, at the session's start", "TAR-089", "TAR-111"),
    DECIDED_AT_END(Kind.MISTAKE, Figure.TOTAL, "restrictions judged once, at the session's end", "TAR-089"),
    RESTRICTIONS_ORED(Kind.MISTAKE, Figure.TOTAL, "one restriction of several taken to suffice", "TAR-090"),
    TIMES_IN_UTC(Kind.MISTAKE, Figure.TOTAL, "times of day and dates read in UTC", "TAR-092"),
    END_TIME_INCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "the moment end_time still priced by the element", "TAR-093"),
    START_TIME_EXCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "the moment start_time not priced by the element", "TAR-093"),
    WRAP_IGNORED(Kind.MISTAKE, Figure.TOTAL, "a time over midnight never matched", "TAR-094"),
    MIDNIGHT_NEVER(Kind.MISTAKE, Figure.TOTAL, "end_time 00:00 taken for the day's beginning", "TAR-095"),
    END_DATE_INCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "end_date counted in", "TAR-097"),
    START_DATE_EXCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "start_date not counted in", "TAR-097"),
    MIN_KWH_EXCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element not valid at exactly min_kwh", "TAR-098"),
    MAX_KWH_INCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element still valid at exactly max_kwh", "TAR-099"),
    KWH_OF_WHOLE_SESSION(
            Kind.MISTAKE, Figure.TOTAL, "min_kwh and max_kwh judged by the session's total", "TAR-098", "TAR-099"),
    MIN_CURRENT_EXCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element not active at exactly min_current", "TAR-100"),
    MAX_CURRENT_INCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element active at exactly max_current", "TAR-101"),
    MIN_POWER_EXCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element not active at exactly min_power", "TAR-102"),
    MAX_POWER_INCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element active at exactly max_power", "TAR-103"),
    POWER_OF_WHOLE_SESSION(
            Kind.MISTAKE,
            Figure.TOTAL,
            "power restrictions judged by the session's highest power",
            "TAR-103",
            "TAR-111"),
    DURATION_OF_WHOLE_SESSION(
            Kind.MISTAKE,
            Figure.TOTAL,
            "min_duration and max_duration judged by the whole duration",
            "TAR-104",
            "TAR-105"),
    MAX_DURATION_INCLUSIVE(Kind.MISTAKE, Figure.TOTAL, "an element active at exactly max_duration", "TAR-105"),
    RESERVATION_PRICE_IN_SESSION(
            Kind.MISTAKE, Figure.TOTAL, "an element for reservations pricing the session", "TAR-108"),
    RESERVATION_FREE(Kind.MISTAKE, Figure.TOTAL, "the reservation not billed", "TAR-108"),
    RESERVATION_TO_THE_END(Kind.MISTAKE, Figure.TOTAL, "the reservation running on while charging", "TAR-110"),

    FEE_OF_RESERVATION_AS_FIXED(
            Kind.MISTAKE, Figure.FIXED, "the reservation's FLAT counted in total_fixed_cost", "CDR-065"),
    FEE_OUTSIDE_RESERVATION(
            Kind.MISTAKE, Figure.RESERVATION, "the reservation's FLAT left out of total_reservation_cost", "CDR-073"),
    ALL_IN_ENERGY_COST(Kind.MISTAKE, Figure.ENERGY, "total_energy_cost made the cost of everything", "CDR-067"),
    PARKING_IN_TIME_COST(Kind.MISTAKE, Figure.TIME, "parking counted in total_time_cost", "CDR-069"),
    PARKING_UNROUNDED(Kind.MISTAKE, Figure.PARKING, "parking's step_size left out of total_parking_cost", "CDR-072"),
    STEP_PER_PERIOD(Kind.MISTAKE, Figure.TOTAL, "ENERGY's step_size applied to each period", "CDR-084"),
    TIME_STEP_PER_PERIOD(Kind.MISTAKE, Figure.TOTAL, "a time's step_size applied to each period", "CDR-085"),
    STEP_PER_DIMENSION(
            Kind.MISTAKE,
            Figure.TOTAL,
            "charging time rounded although parking is priced after it",
            "CDR-085",
            "CDR-086",
            "CDR-094"),
    STEP_PER_ENERGY_ELEMENT(
            Kind.MISTAKE, Figure.TOTAL, "step_size applied at a change between ENERGY elements", "CDR-087"),
    STEP_PER_PARKING_ELEMENT(
            Kind.MISTAKE, Figure.TOTAL, "step_size applied at a change between PARKING_TIME elements", "CDR-089"),
    FIRST_STEP_SIZE(Kind.MISTAKE, Figure.TOTAL, "the first component's step_size used", "CDR-090"),
    STEP_PER_TARIFF(Kind.MISTAKE, Figure.TOTAL, "step_size applied at the change of Tariff", "CDR-091"),
    LAST_ENERGY_ROUNDED(Kind.MISTAKE, Figure.TOTAL, "only the last period's energy rounded", "CDR-092"),
    LAST_TIME_ROUNDED(Kind.MISTAKE, Figure.TOTAL, "only the last period's time rounded", "CDR-093");

    /** What a method is. */
    public enum Kind {
        /** The reading that the catalogue takes. */
        RIGHT,
        /** Another reading that a careful implementer may have. */
        READING,
        /** A mistake. */
        MISTAKE
    }

    private final Kind kind;
    private final Figure figure;
    private final String how;
    private final List<String> entries;

    Method(Kind kind, Figure figure, String how, String... entries) {
        this.kind = kind;
        this.figure = figure;
        this.how = how;
        this.entries = List.of(entries);
    }

    /** The methods that break this catalogue entry; none when arithmetic cannot show it. */
    public static List<Method> breaking(String requirement) {
        return Arrays.stream(values())
                .filter(method -> method.entries.contains(requirement))
                .toList();
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The amount of the CDR in which it shows. */
    public Figure figure() {
        return figure;
    }

    /** What is done, for messages: {@code max_price ignored}. */
    public String how() {
        return how;
    }

    /** The ids of the catalogue entries that it breaks, or on which it is the other reading. */
    public List<String> entries() {
        return entries;
    }
}
