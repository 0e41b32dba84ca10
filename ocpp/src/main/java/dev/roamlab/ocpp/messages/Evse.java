package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * A place to charge at, by the station's own numbers. OCPP 2.0.1 gives some messages only an EVSE; here they carry the
 * connector as well where it is known, because OCPP 1.6 knows nothing but connectors.
 *
 * @param id from 1; 0 is the station as a whole
 * @param connectorId from 1 within the EVSE; absent when any will do
 */
public record Evse(int id, Optional<Integer> connectorId) {
    /** The station as a whole. */
    public static final Evse STATION = new Evse(0, Optional.empty());

    /** An EVSE of the station; the numbers are checked. */
    public Evse {
        if (id < 0) {
            throw new IllegalArgumentException("evse.id: " + id + ", at least 0");
        }
        connectorId.filter(connector -> connector < 0).ifPresent(connector -> {
            throw new IllegalArgumentException("evse.connectorId: " + connector + ", at least 0");
        });
    }

    /** An EVSE, whichever of its connectors. */
    public static Evse of(int id) {
        return new Evse(id, Optional.empty());
    }

    /** One connector of an EVSE. */
    public static Evse of(int id, int connectorId) {
        return new Evse(id, Optional.of(connectorId));
    }
}
