package dev.roamlab.scenarios.lab;

import dev.roamlab.lab.Ids;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.ConnectorBuilder;
import dev.roamlab.ocpi.locations.ConnectorFormat;
import dev.roamlab.ocpi.locations.ConnectorType;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.EvseBuilder;
import dev.roamlab.ocpi.locations.GeoLocation;
import dev.roamlab.ocpi.locations.Hours;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.LocationBuilder;
import dev.roamlab.ocpi.locations.PowerType;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** As many stations as one wants, with the streets they stand in: two stations to a location, models in turn. */
public final class Neighbourhood {
    private static final int STATIONS_PER_LOCATION = 2;
    private static final List<String> STREETS =
            List.of("Lange Gracht", "Stationsplein", "Molenweg", "Havenkade", "Parklaan", "Kerkstraat", "Ringweg");
    private static final double LATITUDE = 52.09;
    private static final double LONGITUDE = 5.12;

    private final Party owner;
    private final Instant now;
    private final Ids ids;
    private final List<CiString> tariffIds;

    /** @param tariffIds put on every connector */
    public Neighbourhood(Party owner, Instant now, Ids ids, List<CiString> tariffIds) {
        this.owner = owner;
        this.now = now;
        this.ids = ids;
        this.tariffIds = List.copyOf(tariffIds);
    }

    /** The streets, and who stands where in them. */
    public record Built(List<Document<Location>> locations, List<Placement> placements) {}

    /** Builds streets for a number of stations. */
    public Built build(int stations) {
        List<Document<Location>> locations = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        List<StationModel> models = StationModels.shipped().all();
        for (int first = 0; first < stations; first += STATIONS_PER_LOCATION) {
            String locationId = "LOT-" + (first / STATIONS_PER_LOCATION + 1);
            List<Evse> evses = new ArrayList<>();
            for (int n = first; n < Math.min(stations, first + STATIONS_PER_LOCATION); n++) {
                StationModel model = models.get(n % models.size());
                List<Evse> own = evses(model, n + 1);
                evses.addAll(own);
                placements.add(new Placement(
                        String.format(Locale.ROOT, "%s-%05d", owner, n + 1),
                        model,
                        locationId,
                        own.stream().map(evse -> evse.uid().value()).toList()));
            }
            locations.add(Document.of(location(locationId, first, evses)));
        }
        return new Built(locations, placements);
    }

    /** A place of its own for a station that comes later; its number must not be one of those that were built. */
    Built single(StationSpec spec, int number) {
        String locationId = "PLACE-" + number;
        List<Evse> own = evses(spec.model(), number);
        Placement placement = new Placement(
                spec.chargePointId(),
                spec.model(),
                locationId,
                own.stream().map(evse -> evse.uid().value()).toList());
        return new Built(List.of(Document.of(location(locationId, number, own))), List.of(placement));
    }

    private Location location(String id, int number, List<Evse> evses) {
        return LocationBuilder.builder()
                .countryCode(owner.countryCode())
                .partyId(owner.partyId())
                .id(new CiString(id))
                .publish(true)
                .name("Laadplein " + id.substring(id.indexOf('-') + 1))
                .address(STREETS.get(number % STREETS.size()) + " " + (number + 1))
                .city("Utrecht")
                .postalCode("3511 AB")
                .country("NLD")
                .coordinates(new GeoLocation(degrees(LATITUDE), degrees(LONGITUDE)))
                .evses(evses)
                .timeZone("Europe/Amsterdam")
                .openingTimes(Hours.always())
                .lastUpdated(now)
                .build();
    }

    private String degrees(double centre) {
        return String.format(Locale.ROOT, "%.6f", centre + (ids.fraction() - 0.5) / 5);
    }

    private List<Evse> evses(StationModel model, int station) {
        return IntStream.range(0, model.evses().size())
                .mapToObj(index -> EvseBuilder.builder()
                        .uid(new CiString("EVSE-" + station + "-" + (index + 1)))
                        .evseId(new CiString(String.format(
                                Locale.ROOT,
                                "%s*%s*E%05d%d",
                                owner.countryCode().value(),
                                owner.partyId().value(),
                                station,
                                index + 1)))
                        .status(Status.AVAILABLE)
                        .capabilities(List.of(
                                Capability.RFID_READER, Capability.REMOTE_START_STOP_CAPABLE, Capability.RESERVABLE))
                        .connectors(connectors(model.evses().get(index).connectors()))
                        .lastUpdated(now)
                        .build())
                .toList();
    }

    private List<Connector> connectors(List<ConnectorModel> models) {
        return IntStream.range(0, models.size())
                .mapToObj(index -> connector(models.get(index), index + 1))
                .toList();
    }

    private Connector connector(ConnectorModel model, int number) {
        return ConnectorBuilder.builder()
                .id(new CiString(String.valueOf(number)))
                .standard(new ConnectorType(model.type().name()))
                .format(model.cableAttached() ? ConnectorFormat.CABLE : ConnectorFormat.SOCKET)
                .powerType(PowerType.valueOf(model.powerType().name()))
                .maxVoltage(model.voltage())
                .maxAmperage(model.maxAmperage())
                .maxElectricPower(Optional.of((int) Math.round(model.maxPowerKw() * 1000)))
                .tariffIds(tariffIds)
                .lastUpdated(now)
                .build();
    }
}
