package dev.roamlab.conformance.arithmetic;

/** An amount that a CDR states. */
public enum Figure {
    /** {@code total_cost} without tax, or with it where prices contain taxes that nobody can take out. */
    TOTAL("total_cost"),
    /** {@code total_cost} with tax. */
    GROSS("total_cost"),
    /** {@code total_fixed_cost} without tax. */
    FIXED("total_fixed_cost"),
    /** {@code total_energy_cost} without tax. */
    ENERGY("total_energy_cost"),
    /** {@code total_time_cost} without tax. */
    TIME("total_time_cost"),
    /** {@code total_parking_cost} without tax. */
    PARKING("total_parking_cost"),
    /** {@code total_reservation_cost} without tax. */
    RESERVATION("total_reservation_cost");

    private final String field;

    Figure(String field) {
        this.field = field;
    }

    /** The field of the CDR that states it. */
    public String field() {
        return field;
    }
}
