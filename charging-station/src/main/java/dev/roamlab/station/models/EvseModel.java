package dev.roamlab.station.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One EVSE of a model: its connectors, of which one can be in use at a time. */
public record EvseModel(@JsonProperty(required = true) List<ConnectorModel> connectors) {
    public EvseModel {
        connectors = List.copyOf(connectors);
        if (connectors.isEmpty()) {
            throw new IllegalArgumentException("connectors: none, an EVSE has at least one");
        }
    }
}
