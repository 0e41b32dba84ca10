package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.ConnectorModelBuilder;
import dev.roamlab.station.models.EvseModel;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModelBuilder;
import dev.roamlab.station.models.StationModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models that differ from the catalogue's in what somebody asked for. Chargers that are alike share one. */
final class Hardware {
    private final StationModels catalogue;
    private final Map<StationModel, StationModel> made = new HashMap<>();

    Hardware(StationModels catalogue) {
        this.catalogue = catalogue;
    }

    /** The catalogue's model; its first one when none is named. */
    StationModel named(Optional<String> type) {
        try {
            return type.map(catalogue::named).orElseGet(() -> catalogue.all().get(0));
        } catch (IllegalArgumentException unknown) {
            throw InvalidValue.of("/type", String.valueOf(unknown.getMessage()));
        }
    }

    /** A model with what a change asks for. */
    StationModel changed(StationModel base, ChargerChange change) {
        if (!change.changesModel()) {
            return base;
        }
        try {
            StationModel model = build(base, change);
            StationModel known = made.putIfAbsent(model, model);
            return known == null ? model : known;
        } catch (IllegalArgumentException refused) {
            throw InvalidValue.of("", String.valueOf(refused.getMessage()));
        }
    }

    private static StationModel build(StationModel base, ChargerChange change) {
        List<EvseModel> evses = base.evses().stream()
                .map(evse -> new EvseModel(evse.connectors().stream()
                        .map(connector -> build(connector, change))
                        .toList()))
                .toList();
        double strongest = evses.stream()
                .flatMap(evse -> evse.connectors().stream())
                .mapToDouble(ConnectorModel::maxPowerKw)
                .max()
                .orElse(base.gridKw());
        return StationModelBuilder.builder(base)
                .catalogueNumber(change.catalogueNumber().orElse(base.catalogueNumber()))
                .vendor(change.vendor().orElse(base.vendor()))
                .model(change.model().orElse(base.model()))
                .gridKw(change.powerKw().orElse(rewired(change) ? strongest : base.gridKw()))
                .evses(evses)
                .build();
    }

    private static ConnectorModel build(ConnectorModel base, ChargerChange change) {
        int volts = change.ratedVolts().orElse(base.voltage());
        int amps = change.ratedAmps().orElse(base.maxAmperage());
        double possible = volts * (double) amps * base.powerType().phases() / 1000;
        double asked = change.powerKw().orElse(rewired(change) ? possible : base.maxPowerKw());
        return ConnectorModelBuilder.builder(base)
                .voltage(volts)
                .maxAmperage(amps)
                .maxPowerKw(Math.min(asked, possible))
                .build();
    }

    private static boolean rewired(ChargerChange change) {
        return change.ratedVolts().isPresent() || change.ratedAmps().isPresent();
    }
}
