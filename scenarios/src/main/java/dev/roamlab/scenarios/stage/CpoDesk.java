package dev.roamlab.scenarios.stage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.Optional;

/** What the charge point operator's staff can do; partners are told of every change. */
public interface CpoDesk {
    /** Changes the price of one dimension (the first that the tariff has, when empty) wherever the tariff has it. */
    Future<Telling> changePrice(String tariffId, Optional<TariffDimensionType> dimension, BigDecimal price);

    /** Changes the status of an EVSE by hand. */
    Future<Telling> setEvseStatus(String locationId, String evseUid, Status status);

    /** Takes an EVSE away for good. Spec: mod_locations_flow_and_lifecycle. */
    Future<Telling> removeEvse(String locationId, String evseUid);

    /** Opens a new location. */
    Future<Telling> addLocation(JsonNode location);
}
