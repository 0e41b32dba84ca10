package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.Party;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out whether a location can carry the stories, and how well. */
final class Audition {
    private static final int KNOWN_TARIFF = 100;
    private static final int SECOND_SOCKET = 40;
    private static final int REMOTE_START = 20;
    private static final int NAME = 6;
    private static final int AC = 5;
    private static final int CARD_READER = 3;
    private static final int ORDINARY_POWER = 2;

    private final TariffShelf tariffs;

    Audition(TariffShelf tariffs) {
        this.tariffs = tariffs;
    }

    /** What a location lacks; empty when it can carry the stories. */
    static Optional<Lack> lack(Location location) {
        if (location.evses().isEmpty()) {
            return Optional.of(Lack.NO_EVSE);
        }
        if (location.evses().stream().noneMatch(Socket::exists)) {
            return Optional.of(Lack.ONLY_GONE);
        }
        if (sockets(location).isEmpty()) {
            return Optional.of(Lack.ONLY_STRANGE_CONNECTORS);
        }
        if (!location.publish()) {
            return Optional.of(Lack.NOT_PUBLISHED);
        }
        return known(location.timeZone()) ? Optional.empty() : Optional.of(Lack.UNKNOWN_TIME_ZONE);
    }

    private static boolean known(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static List<Socket> sockets(Location location) {
        return location.evses().stream()
                .filter(Socket::exists)
                .flatMap(evse -> Socket.of(evse).stream())
                .toList();
    }

    /** A location that lacks nothing, as a candidate. */
    Candidate judge(Location location, int index) {
        Party owner = new Party(location.countryCode(), location.partyId());
        List<Socket> chosen = choose(owner, sockets(location));
        Socket first = chosen.get(0);
        List<Tariff> known = tariffs.usable(owner, first.connector());
        int score = (known.isEmpty() ? 0 : KNOWN_TARIFF)
                + (chosen.size() > 1 ? SECOND_SOCKET : 0)
                + (chosen.get(chosen.size() - 1).remoteStart() ? REMOTE_START : 0)
                + (location.name().isPresent() ? NAME : 0)
                + merits(first);
        return new Candidate(location, index, chosen, known, score);
    }

    /** The best socket for Mia, and the best of the others for Noor, who starts from her app. */
    private List<Socket> choose(Party owner, List<Socket> sockets) {
        Socket first = best(
                sockets,
                socket -> (tariffs.usable(owner, socket.connector()).isEmpty() ? 0 : KNOWN_TARIFF) + merits(socket));
        List<Socket> others = sockets.stream().filter(socket -> socket != first).toList();
        List<Socket> chosen = new ArrayList<>(List.of(first));
        if (!others.isEmpty()) {
            chosen.add(best(others, socket -> (socket.remoteStart() ? REMOTE_START : 0) + merits(socket)));
        }
        return chosen;
    }

    private static int merits(Socket socket) {
        Evse evse = socket.evse();
        double kw = socket.model().maxPowerKw();
        return (socket.direct() ? 0 : AC)
                + (evse.capabilities().contains(Capability.RFID_READER) ? CARD_READER : 0)
                + (kw >= 3 && kw <= 50 ? ORDINARY_POWER : 0);
    }

    private static Socket best(List<Socket> sockets, java.util.function.ToIntFunction<Socket> merit) {
        // The first of several equals: a reader looks for it from the top of the file.
        return sockets.stream()
                .sorted(Comparator.comparingInt(merit).reversed())
                .findFirst()
                .orElseThrow();
    }
}
