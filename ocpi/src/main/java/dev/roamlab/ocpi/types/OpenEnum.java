package dev.roamlab.ocpi.types;

/**
 * A string with listed values to which others may be added, and whose unlisted values must survive a round trip.
 * Implementations are records around the one string, with a constant per listed value and all of them in a list
 * {@code KNOWN}. Spec: types_openenum_type.
 */
public interface OpenEnum {
    /** The value as it stands in JSON; case matters. */
    String value();
}
