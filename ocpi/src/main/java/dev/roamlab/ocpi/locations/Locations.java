package dev.roamlab.ocpi.locations;

import static dev.roamlab.ocpi.operations.Operation.receiver;
import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.LOCATIONS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/** Locations: owned by the CPO; EVSEs and connectors have URLs of their own. Spec: mod_locations_locations_module. */
public final class Locations {
    private static final String OWN = "/{location_id}";
    private static final String OWN_EVSE = OWN + "/{evse_uid}";
    private static final String OWN_CONNECTOR = OWN_EVSE + "/{connector_id}";
    private static final String PUSHED = "/{country_code}/{party_id}" + OWN;
    private static final String PUSHED_EVSE = "/{country_code}/{party_id}" + OWN_EVSE;
    private static final String PUSHED_CONNECTOR = "/{country_code}/{party_id}" + OWN_CONNECTOR;

    public static final Operation<Nothing, Location> LIST = sender(LOCATIONS).list("", Location.class);
    public static final Operation<Nothing, Location> FETCH = sender(LOCATIONS).get(OWN, Location.class);
    public static final Operation<Nothing, Evse> FETCH_EVSE = sender(LOCATIONS).get(OWN_EVSE, Evse.class);
    public static final Operation<Nothing, Connector> FETCH_CONNECTOR =
            sender(LOCATIONS).get(OWN_CONNECTOR, Connector.class);

    public static final Operation<Nothing, Location> GET = receiver(LOCATIONS).get(PUSHED, Location.class);
    public static final Operation<Nothing, Evse> GET_EVSE = receiver(LOCATIONS).get(PUSHED_EVSE, Evse.class);
    public static final Operation<Nothing, Connector> GET_CONNECTOR =
            receiver(LOCATIONS).get(PUSHED_CONNECTOR, Connector.class);
    public static final Operation<Location, Nothing> PUT = receiver(LOCATIONS).put(PUSHED, Location.class);
    public static final Operation<Evse, Nothing> PUT_EVSE = receiver(LOCATIONS).put(PUSHED_EVSE, Evse.class);
    public static final Operation<Connector, Nothing> PUT_CONNECTOR =
            receiver(LOCATIONS).put(PUSHED_CONNECTOR, Connector.class);
    public static final Operation<Location, Nothing> PATCH = receiver(LOCATIONS).patch(PUSHED, Location.class);
    public static final Operation<Evse, Nothing> PATCH_EVSE =
            receiver(LOCATIONS).patch(PUSHED_EVSE, Evse.class);
    public static final Operation<Connector, Nothing> PATCH_CONNECTOR =
            receiver(LOCATIONS).patch(PUSHED_CONNECTOR, Connector.class);

    private Locations() {}
}
