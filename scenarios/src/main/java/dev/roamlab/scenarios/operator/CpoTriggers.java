package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.ConnectorBuilder;
import dev.roamlab.ocpi.locations.ConnectorFormat;
import dev.roamlab.ocpi.locations.ConnectorType;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.EvseBuilder;
import dev.roamlab.ocpi.locations.GeoLocation;
import dev.roamlab.ocpi.locations.Image;
import dev.roamlab.ocpi.locations.ImageBuilder;
import dev.roamlab.ocpi.locations.ImageCategory;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.LocationBuilder;
import dev.roamlab.ocpi.locations.PowerType;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.WebLink;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the CPO's staff does about locations, tariffs, reservations and bills. */
final class CpoTriggers {
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private final CpoNode cpo;

    private CpoTriggers(CpoNode cpo) {
        this.cpo = cpo;
    }

    static void addTo(Triggers triggers, CpoNode cpo) {
        CpoTriggers own = new CpoTriggers(cpo);
        triggers.can("add-location", "", "opens a new location", own::addLocation)
                .can("change-location", "location_id, name?", "renames a location", own::changeLocation)
                .can("set-evse-status", "location_id, evse_uid, status", "sets a status by hand", own::setEvseStatus)
                .can("remove-evse", "location_id, evse_uid", "takes an EVSE away for good", own::removeEvse)
                .can("add-tariff", "", "makes a new tariff", own::addTariff)
                .can("change-tariff", "tariff_id", "makes a tariff a cent dearer", own::changeTariff)
                .can("remove-tariff", "tariff_id", "deletes a tariff", own::removeTariff)
                .can("cancel-reservation", "reservation_id", "withdraws a reservation", own::cancelReservation)
                .cannot("correct-cdr", "our CPO makes no credit CDRs");
    }

    // --- locations ---

    private Future<ObjectNode> addLocation(Params params) {
        return cpo.ask(parts -> {
            Location location = location(parts.platform());
            return parts.locations()
                    .add(Document.of(location))
                    .map(Triggers.fact("location_id", location.id().value()));
        });
    }

    private static Location location(Platform platform) {
        Party owner = platform.settings().party();
        String id = "NEW-" + platform.lab().ids().uuid().substring(0, 8);
        Instant now = platform.lab().clock().instant();
        return LocationBuilder.builder()
                .countryCode(owner.countryCode())
                .partyId(owner.partyId())
                .id(new CiString(id))
                .publish(true)
                .name("New location " + id)
                .address("Nieuwstraat " + id.substring(4))
                .city("Brussel")
                .postalCode("1000")
                .country("BEL")
                .coordinates(new GeoLocation("50.851230", "4.356780"))
                .evses(List.of(evse(id, now)))
                .timeZone("Europe/Brussels")
                .images(List.of(image(ImageCategory.OPERATOR, 512, 512), image(ImageCategory.LOCATION, 1920, 1080)))
                .lastUpdated(now)
                .build();
    }

    private static Evse evse(String location, Instant now) {
        Connector connector = ConnectorBuilder.builder()
                .id(new CiString("1"))
                .standard(ConnectorType.IEC_62196_T2)
                .format(ConnectorFormat.SOCKET)
                .powerType(PowerType.AC_3_PHASE)
                .maxVoltage(230)
                .maxAmperage(32)
                .lastUpdated(now)
                .build();
        return EvseBuilder.builder()
                .uid(new CiString(location + "-1"))
                .status(Status.PLANNED)
                .connectors(List.of(connector))
                .lastUpdated(now)
                .build();
    }

    private static Image image(ImageCategory category, int width, int height) {
        return ImageBuilder.builder()
                .url(new WebLink(
                        "https://kantstroom.example/" + category.value().toLowerCase(Locale.ROOT) + ".png"))
                .category(category)
                .type(new CiString("png"))
                .width(width)
                .height(height)
                .build();
    }

    private Future<ObjectNode> changeLocation(Params params) {
        ObjectNode fields = Json.object();
        params.optional("name").ifPresentOrElse(name -> fields.put("name", name), () -> fields.putNull("name"));
        return cpo.cpo().amendLocation(params.text("location_id"), fields).map(done -> Triggers.nothing());
    }

    private Future<ObjectNode> setEvseStatus(Params params) {
        Status status = params.choice("status", Status.class);
        return requireEvse(params)
                .compose(known -> cpo.cpo().setEvseStatus(params.text("location_id"), params.text("evse_uid"), status))
                .map(changed -> Json.object().put("changed", changed));
    }

    private Future<ObjectNode> removeEvse(Params params) {
        return requireEvse(params)
                .compose(known -> cpo.cpo().removeEvse(params.text("location_id"), params.text("evse_uid")))
                .map(done -> Triggers.nothing());
    }

    private Future<Void> requireEvse(Params params) {
        CiString location = params.id("location_id");
        CiString evse = params.id("evse_uid");
        return cpo.ask(parts -> parts.locations().find(location)).map(found -> {
            Location known = found.orElseThrow(
                            () -> Refusal.bad(params.trigger() + ": location_id: there is no location " + location))
                    .value();
            if (known.evse(evse).isEmpty()) {
                throw Refusal.bad(params.trigger() + ": evse_uid: there is no EVSE " + evse + " at " + location);
            }
            return null;
        });
    }

    // --- tariffs ---

    private Future<ObjectNode> addTariff(Params params) {
        return cpo.ask(parts -> {
            Tariff tariff = tariff(parts.platform());
            return parts.tariffs()
                    .add(Document.of(tariff))
                    .map(Triggers.fact("tariff_id", tariff.id().value()));
        });
    }

    private static Tariff tariff(Platform platform) {
        Party owner = platform.settings().party();
        PriceComponent energy = new PriceComponent(
                TariffDimensionType.ENERGY, new BigDecimal("0.42"), Optional.of(BigDecimal.valueOf(21)), 1);
        return TariffBuilder.builder()
                .countryCode(owner.countryCode())
                .partyId(owner.partyId())
                .id(new CiString("NEW-" + platform.lab().ids().uuid().substring(0, 8)))
                .currency("EUR")
                .elements(List.of(TariffElement.of(energy)))
                .taxIncluded(TaxIncluded.NO)
                .lastUpdated(platform.lab().clock().instant())
                .build();
    }

    private Future<ObjectNode> changeTariff(Params params) {
        CiString id = params.id("tariff_id");
        return cpo.ask(parts -> {
            Tariff tariff = parts.tariffs().find(id).orElseThrow(() -> noTariff(params, id));
            BigDecimal price = Repricing.first(tariff).price().add(A_CENT);
            Tariff changed = Repricing.of(
                    tariff,
                    Optional.empty(),
                    price,
                    parts.platform().lab().clock().instant());
            return parts.tariffs().add(Document.of(changed)).map(done -> Triggers.nothing());
        });
    }

    private Future<ObjectNode> removeTariff(Params params) {
        CiString id = params.id("tariff_id");
        return cpo.ask(parts -> parts.tariffs().remove(id)).map(removed -> {
            if (!removed) {
                throw noTariff(params, id);
            }
            return Triggers.nothing();
        });
    }

    private static Refusal noTariff(Params params, CiString id) {
        return Refusal.bad(params.trigger() + ": tariff_id: there is no tariff " + id);
    }

    // --- reservations ---

    private Future<ObjectNode> cancelReservation(Params params) {
        CiString id = params.id("reservation_id");
        return cpo.ask(parts -> parts.reservations().waiting().stream()
                        .filter(reservation -> reservation.reservationId().equals(id))
                        .findFirst()
                        .map(reservation -> parts.reservations().withdraw(reservation.number()))
                        .orElseThrow(() -> Refusal.bad(
                                "cancel-reservation: reservation_id: no reservation " + id + " waits for its driver")))
                .map(done -> Triggers.nothing());
    }
}
