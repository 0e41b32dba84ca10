package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.locations.LocationBook;
import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.cpo.tariffs.TariffBook;
import dev.roamlab.ocpi.cdrs.CdrLocation;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes down where somebody charges and at which tariffs, at the moment the session begins. */
public final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private final LocationBook locations;
    private final TariffBook tariffs;
    private final Pricing pricing;

    /** Wires the parts. */
    public Places(LocationBook locations, TariffBook tariffs, Pricing pricing) {
        this.locations = locations;
        this.tariffs = tariffs;
        this.pricing = pricing;
    }

    /** The place behind a connector; fails when the location no longer has it. */
    public Future<Place> at(MappingRow row, Instant start, TokenType token) {
        return locations.find(row.locationId()).map(found -> {
            Location location = found.orElseThrow(() -> gone(row)).value();
            Evse evse = location.evse(row.evseUid()).orElseThrow(() -> gone(row));
            Connector connector = evse.connector(row.ocpiConnectorId()).orElseThrow(() -> gone(row));
            return new Place(
                    new Party(location.countryCode(), location.partyId()),
                    CdrLocation.of(location, evse, connector),
                    zone(location),
                    pricing.inOrder(tariffs.find(connector.tariffIds()), start, token),
                    new Post(row.stationId(), row.evseId(), row.connectorId()));
        });
    }

    /** Partners' data hold zones that do not exist; a session must not fail for that. */
    private static String zone(Location location) {
        try {
            return ZoneId.of(location.timeZone()).getId();
        } catch (DateTimeException unknown) {
            LOG.warn("location {}: time zone {} is unknown, UTC is used", location.id(), location.timeZone());
            return "UTC";
        }
    }

    private static IllegalStateException gone(MappingRow row) {
        return new IllegalStateException("location " + row.locationId() + " no longer has EVSE " + row.evseUid()
                + " with connector " + row.ocpiConnectorId());
    }
}
