package dev.roamlab.conformance.checks.locations;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class LocationChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            LocationsEndpointsCheck.class,
            LocationDataCheck.class,
            LocationContentCheck.class,
            LocationsListCheck.class,
            LocationsWindowCheck.class,
            LocationObjectCheck.class,
            LocationTariffsCheck.class,
            LocationUsesCheck.class,
            LocationPushesCheck.class,
            LocationLifeCheck.class,
            LocationStatusCheck.class,
            LocationsPullCheck.class,
            LocationsReceiverCheck.class,
            LocationsPutCheck.class,
            LocationsPatchCheck.class,
            LocationsRefusalCheck.class,
            InvalidLocationsCheck.class,
            LocationValuesCheck.class,
            LocationValues230Check.class,
            LocationAttestations.class,
            LocationWordsAttestations.class,
            LocationDisplayAttestations.class,
            LocationConstancyCheck.class);

    private LocationChecks() {}
}
