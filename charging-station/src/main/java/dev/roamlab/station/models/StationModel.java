package dev.roamlab.station.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type of charging station: shared by all stations of that type.
 *
 * @param id key in the catalogue, such as {@code post-22-twin}
 * @param name as a person would say it
 * @param vendor as reported at boot, at most 20 characters
 * @param model as reported at boot, at most 20 characters
 * @param firmware as reported at boot
 * @param catalogueNumber what one orders
 * @param serialPattern a station's serial number; the run of {@code #} becomes its number
 * @param gridKw what the station may draw in all, shared by its EVSEs
 * @param evses numbered from 1 in this order
 * @param configuration values of configuration keys, or of variables of the device model as {@code Component.Variable}, that
 *     differ from the usual ones
 * @param ocpp the versions it speaks
 * @param display whether it has a display for messages from the CSMS
 * @param iso15118 whether it talks to cars by ISO 15118
 * @param quirks where it differs from the book
 */
@RecordBuilder
public record StationModel(
        String id,
        String name,
        String vendor,
        String model,
        String firmware,
        String catalogueNumber,
        String serialPattern,
        double gridKw,
        List<EvseModel> evses,
        Map<String, String> configuration,
        List<String> ocpp,
        boolean display,
        boolean iso15118,
        Quirks quirks) {
    /** The versions of OCPP that the lab's stations speak. */
    public static final List<String> OCPP_VERSIONS = List.of("1.6", "2.0.1");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final int MAX_NAME = 20;
    private static final int MAX_SERIAL = 25;

    public StationModel {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id: '" + id + "', must be lower case letters, digits, '.' and '-'");
        }
        requireLength("vendor", vendor, MAX_NAME);
        requireLength("model", model, MAX_NAME);
        requireLength("firmware", firmware, 50);
        requireLength("catalogueNumber", catalogueNumber, 50);
        requireLength("serialPattern", serialPattern, MAX_SERIAL);
        new NumberPattern("serialPattern", serialPattern);
        if (!(gridKw > 0)) {
            throw new IllegalArgumentException("gridKw: " + gridKw + ", must be above 0");
        }
        evses = List.copyOf(evses);
        if (evses.isEmpty()) {
            throw new IllegalArgumentException("evses: none, a station has at least one");
        }
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
        ocpp = List.copyOf(ocpp);
        if (ocpp.isEmpty() || !OCPP_VERSIONS.containsAll(ocpp)) {
            throw new IllegalArgumentException("ocpp: " + ocpp + ", must be one or both of " + OCPP_VERSIONS);
        }
    }

    @JsonCreator
    static StationModel of(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "vendor", required = true) String vendor,
            @JsonProperty(value = "model", required = true) String model,
            @JsonProperty(value = "firmware", required = true) String firmware,
            @JsonProperty(value = "catalogueNumber", required = true) String catalogueNumber,
            @JsonProperty(value = "serialPattern", required = true) String serialPattern,
            @JsonProperty(value = "gridKw", required = true) double gridKw,
            @JsonProperty(value = "evses", required = true) List<EvseModel> evses,
            @JsonProperty(value = "configuration", required = true) Map<String, String> configuration,
            @JsonProperty("ocpp") @Nullable List<String> ocpp,
            @JsonProperty("display") @Nullable Boolean display,
            @JsonProperty("iso15118") @Nullable Boolean iso15118,
            @JsonProperty("quirks") @Nullable Quirks quirks) {
        return new StationModel(
                id,
                name,
                vendor,
                model,
                firmware,
                catalogueNumber,
                serialPattern,
                gridKw,
                evses,
                configuration,
                ocpp == null ? OCPP_VERSIONS : ocpp,
                Boolean.TRUE.equals(display),
                Boolean.TRUE.equals(iso15118),
                quirks == null ? Quirks.NONE : quirks);
    }

    /** All connectors, in the order in which OCPP 1.6 numbers them from 1. */
    public List<ConnectorModel> connectors() {
        List<ConnectorModel> all = new ArrayList<>();
        evses.forEach(evse -> all.addAll(evse.connectors()));
        return all;
    }

    /** The serial number of the n-th station of this model, from 1. */
    public String serialNumber(int n) {
        return new NumberPattern("serialPattern", serialPattern).at(n);
    }

    private static void requireLength(String field, String value, int max) {
        if (value.isEmpty() || value.length() > max) {
            throw new IllegalArgumentException(
                    field + ": '" + value + "' has " + value.length() + " characters, must have 1 to " + max);
        }
    }
}
