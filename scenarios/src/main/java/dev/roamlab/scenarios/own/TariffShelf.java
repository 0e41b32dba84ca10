package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tariffs by their owner and id, in the order of the file. */
final class TariffShelf {
    private final Map<Party, Map<CiString, Document<Tariff>>> byOwner = new LinkedHashMap<>();

    void put(Document<Tariff> tariff) {
        Party owner = new Party(tariff.value().countryCode(), tariff.value().partyId());
        byOwner.computeIfAbsent(owner, party -> new LinkedHashMap<>())
                .put(tariff.value().id(), tariff);
    }

    /** Everybody who has tariffs, first come first. */
    Collection<Party> owners() {
        return byOwner.keySet();
    }

    /** All tariffs of a party. */
    List<Document<Tariff>> of(Party owner) {
        return List.copyOf(byOwner.getOrDefault(owner, Map.of()).values());
    }

    int size() {
        return byOwner.values().stream().mapToInt(Map::size).sum();
    }

    /** Those of a connector's tariffs that are here and that a session can be billed with. */
    List<Tariff> usable(Party owner, Connector connector) {
        Map<CiString, Document<Tariff>> theirs = byOwner.getOrDefault(owner, Map.of());
        return connector.tariffIds().stream()
                .flatMap(id -> Optional.ofNullable(theirs.get(id)).stream())
                .map(Document::value)
                .filter(TariffShelf::bills)
                .toList();
    }

    /** The first tariff of a party that a session can be billed with. */
    Optional<Tariff> firstUsable(Party owner) {
        return of(owner).stream()
                .map(Document::value)
                .filter(TariffShelf::bills)
                .findFirst();
    }

    /** Whether it has a price for charging, and not for reservations only. */
    static boolean bills(Tariff tariff) {
        return tariff.elements().stream().anyMatch(TariffShelf::bills);
    }

    private static boolean bills(TariffElement element) {
        return element.restrictions().flatMap(TariffRestrictions::reservation).isEmpty();
    }
}
