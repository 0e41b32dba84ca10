package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.dialect.Topology;

/** Whether a station may connect. */
public sealed interface Admission {

    /** It may. */
    record Accepted(Topology topology) implements Admission {}

    /**
     * It may not.
     *
     * @param httpStatus 404 for an unknown station, 401 for a wrong password, 403 for a way that is not secure enough
     * @param why for the log of this side; the station learns the status only
     */
    record Refused(int httpStatus, String why) implements Admission {
        /** For the reason that the status stands for. */
        public Refused(int httpStatus) {
            this(httpStatus, httpStatus == 404 ? "nobody knows it" : "");
        }
    }

    /** A station that may connect, and has one connector per EVSE. */
    static Admission accepted() {
        return new Accepted(Topology.ONE_CONNECTOR_EACH);
    }

    /** A station that nobody knows. */
    static Admission unknownStation() {
        return new Refused(404);
    }
}
