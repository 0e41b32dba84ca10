package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.scenarios.lab.Lab;
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
                .compose(found -> cpo.addTariff(Document.of(priced(
                        found.orElseThrow(() -> new ScenarioBroken("the CPO has no tariff " + tariffId)),
                        dimension,
                        price))))
                .map(Telling.NOTHING);
    }

    private Tariff priced(Tariff tariff, Optional<TariffDimensionType> wanted, BigDecimal price) {
        TariffDimensionType dimension = wanted.orElseGet(
                () -> tariff.elements().get(0).priceComponents().get(0).type());
        return TariffBuilder.builder(tariff)
                .elements(tariff.elements().stream()
                        .map(element -> new TariffElement(
                                element.priceComponents().stream()
                                        .map(component -> priced(component, dimension, price))
                                        .toList(),
                                element.restrictions()))
                        .toList())
                .lastUpdated(lab.clock().instant())
                .build();
    }

    private static PriceComponent priced(PriceComponent component, TariffDimensionType dimension, BigDecimal price) {
        return component.type() == dimension
                ? new PriceComponent(component.type(), price, component.vat(), component.stepSize())
                : component;
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
