package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.scenarios.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody's locations and tariffs, valid and each id once per owner. Takes a hundred thousand of them: they are kept as text,
 * and judged as they come. Tariffs come first, because they bear on which location is the best. Not thread-safe.
 */
public final class OwnStock {
    private final TariffShelf tariffs = new TariffShelf();
    private final Audition audition = new Audition(tariffs);
    private final Map<Party, Estate> estates = new LinkedHashMap<>();
    private final Map<Lack, Integer> lacks = new EnumMap<>(Lack.class);
    private int locations;

    /** Takes a tariff in. */
    public void addTariff(Document<Tariff> tariff) {
        if (locations > 0) {
            throw new IllegalStateException("tariffs come before locations");
        }
        tariffs.put(tariff);
    }

    /** Takes a location in. */
    public void addLocation(Document<Location> location) {
        Party owner = new Party(location.value().countryCode(), location.value().partyId());
        Optional<Lack> lack = Audition.lack(location.value());
        lack.ifPresent(reason -> lacks.merge(reason, 1, Integer::sum));
        estates.computeIfAbsent(owner, Estate::new).add(location, lack, audition);
        locations++;
    }

    /** Everything, for a lab in which no story is told. */
    public World.Crowd everything() {
        List<String> places = new ArrayList<>();
        estates.values().forEach(estate -> places.addAll(estate.texts()));
        List<String> prices = new ArrayList<>();
        tariffs.owners().forEach(owner -> tariffs.of(owner).forEach(tariff -> prices.add(tariff.text())));
        return new World.Crowd(places, prices);
    }

    /** Number of locations. */
    public int locations() {
        return locations;
    }

    /** Number of tariffs. */
    public int tariffCount() {
        return tariffs.size();
    }

    TariffShelf tariffs() {
        return tariffs;
    }

    Map<Lack, Integer> lacks() {
        return lacks;
    }

    Collection<Estate> estates() {
        return estates.values();
    }

    int usable() {
        return estates.values().stream().mapToInt(Estate::usable).sum();
    }

    /** Whose best location is the best of all; the first in the file of several equals. */
    Optional<Estate> bestEstate() {
        return estates.values().stream()
                .filter(estate -> !estate.best().isEmpty())
                .sorted(Comparator.comparingInt(
                                (Estate estate) -> estate.best().get(0).score())
                        .reversed())
                .findFirst();
    }
}
