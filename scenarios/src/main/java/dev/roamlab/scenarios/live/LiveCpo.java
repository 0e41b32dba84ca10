package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.operator.Repricing;
import dev.roamlab.scenarios.stage.CpoDesk;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Telling;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.Optional;

/** The CPO's staff at work. */
final class LiveCpo implements CpoDesk {
    private final Lab lab;

    LiveCpo(Lab lab) {
        this.lab = lab;
    }

    @Override
    public Future<Telling> changePrice(String tariffId, Optional<TariffDimensionType> dimension, BigDecimal price) {
        var cpo = lab.cpo().cpo();
        return cpo.tariff(tariffId)
                .compose(found -> cpo.addTariff(Document.of(Repricing.of(
                        found.orElseThrow(() -> new ScenarioBroken("the CPO has no tariff " + tariffId)),
                        dimension,
                        price,
                        lab.clock().instant()))))
                .map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> setEvseStatus(String locationId, String evseUid, Status status) {
        return lab.cpo().cpo().setEvseStatus(locationId, evseUid, status).map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> removeEvse(String locationId, String evseUid) {
        return lab.cpo().cpo().removeEvse(locationId, evseUid).map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> addLocation(JsonNode location) {
        return lab.cpo()
                .cpo()
                .addLocation(Documents.of(dated(location), Location.class))
                .map(Telling.NOTHING);
    }

    /** What opens now has changed now, whatever the author wrote. */
    private JsonNode dated(JsonNode object) {
        JsonNode dated = object.deepCopy();
        dated.findParents("last_updated")
                .forEach(parent -> ((ObjectNode) parent)
                        .put("last_updated", DateTimes.format(lab.clock().instant())));
        return dated;
    }
}
