package dev.roamlab.ocpp.dialect;

import dev.roamlab.ocpp.messages.Evse;
import java.util.List;

/**
 * Which connectors belong to which EVSE. OCPP 1.6 counts connectors through the whole station and knows no EVSEs, so both
 * ends have to know this from elsewhere.
 */
public final class Topology {
    /** Every EVSE has one connector: EVSE 2 is connector 2. */
    public static final Topology ONE_CONNECTOR_EACH = new Topology(List.of());

    private final List<Integer> connectorsPerEvse;

    private Topology(List<Integer> connectorsPerEvse) {
        this.connectorsPerEvse = List.copyOf(connectorsPerEvse);
    }

    /**
     * A station with these numbers of connectors, from EVSE 1 on. EVSEs beyond the list have one connector each, so that
     * a wrong list loses nothing.
     *
     * @throws IllegalArgumentException when an EVSE has no connector
     */
    public static Topology of(List<Integer> connectorsPerEvse) {
        connectorsPerEvse.stream().filter(count -> count < 1).findFirst().ifPresent(count -> {
            throw new IllegalArgumentException("connectors of an EVSE: " + count + ", at least 1");
        });
        return new Topology(connectorsPerEvse);
    }

    /** How many connectors each EVSE has, from EVSE 1 on; those beyond have one. */
    public List<Integer> connectorsPerEvse() {
        return connectorsPerEvse;
    }

    /** The EVSE and connector that a number counted through the station means; 0 is the station. */
    public Evse evse(int number) {
        if (number == 0) {
            return Evse.STATION;
        }
        int left = number;
        int evse = 1;
        for (int connectors : connectorsPerEvse) {
            if (left <= connectors) {
                return Evse.of(evse, left);
            }
            left -= connectors;
            evse++;
        }
        return Evse.of(evse + left - 1, 1);
    }

    /** The number, counted through the station, of a connector, or of an EVSE's first one; 0 for the station. */
    public int number(Evse evse) {
        if (evse.id() == 0) {
            return 0;
        }
        int listed = Math.min(evse.id() - 1, connectorsPerEvse.size());
        int before = evse.id() - 1 - listed;
        for (int connectors : connectorsPerEvse.subList(0, listed)) {
            before += connectors;
        }
        int connector = evse.connectorId().orElse(1);
        if (connector < 1 || connector > connectors(evse.id())) {
            throw new IllegalArgumentException("evse.connectorId: " + connector + ", EVSE " + evse.id() + " has "
                    + connectors(evse.id()) + " connectors");
        }
        return before + connector;
    }

    private int connectors(int evse) {
        return evse <= connectorsPerEvse.size() ? connectorsPerEvse.get(evse - 1) : 1;
    }
}
