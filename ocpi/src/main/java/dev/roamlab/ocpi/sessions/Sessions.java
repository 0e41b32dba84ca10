package dev.roamlab.ocpi.sessions;

import static dev.roamlab.ocpi.operations.Operation.receiver;
import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.SESSIONS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/** Sessions: owned by the CPO, pushed while they run. Spec: mod_sessions_sessions_module. */
public final class Sessions {
    private static final String OBJECT = "/{country_code}/{party_id}/{session_id}";

    public static final Operation<Nothing, Session> LIST = sender(SESSIONS).list("", Session.class);
    /** Answered with a bare ChargingPreferencesResponse as data. */
    public static final Operation<ChargingPreferences, Nothing> PUT_PREFERENCES =
            sender(SESSIONS).put("/{session_id}/charging_preferences", ChargingPreferences.class);

    public static final Operation<Nothing, Session> GET = receiver(SESSIONS).get(OBJECT, Session.class);
    public static final Operation<Session, Nothing> PUT = receiver(SESSIONS).put(OBJECT, Session.class);
    public static final Operation<Session, Nothing> PATCH = receiver(SESSIONS).patch(OBJECT, Session.class);

    private Sessions() {}
}
