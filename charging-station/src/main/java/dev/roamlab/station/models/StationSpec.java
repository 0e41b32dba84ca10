package dev.roamlab.station.models;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One station to be: which model, and who it is.
 *
 * @param id key in our own books: stays when a station is renamed on the wire
 * @param chargePointId identity on the wire, the last part of the WebSocket URL; not the key in anybody's database
 */
public record StationSpec(UUID id, String chargePointId, String serialNumber, StationModel model) {
    /** What can stand in a URL path without escapes; OCPP allows at most 48 characters. */
    private static final Pattern CHARGE_POINT_ID = Pattern.compile("[A-Za-z0-9*+=:_|@.~-]{1,48}");

    public StationSpec {
        if (!CHARGE_POINT_ID.matcher(chargePointId).matches()) {
            throw new IllegalArgumentException("chargePointId: '" + chargePointId
                    + "', must be 1 to 48 letters, digits or any of * + = : _ | @ . ~ -");
        }
    }

    /** A single station; its number makes serial number and key. */
    public static StationSpec of(StationModel model, String chargePointId, int number) {
        UUID id = UUID.nameUUIDFromBytes(
                (model.id() + "/" + chargePointId + "/" + number).getBytes(StandardCharsets.UTF_8));
        return new StationSpec(id, chargePointId, model.serialNumber(number), model);
    }

    /**
     * Many stations of one model.
     *
     * @param pattern of the {@code chargePointId}, with a run of {@code #} for the number: {@code NL-RL-####}
     * @param first number of the first one
     */
    public static List<StationSpec> numbered(StationModel model, String pattern, int first, int count) {
        NumberPattern ids = new NumberPattern("chargePointId", pattern);
        return IntStream.range(first, first + count)
                .mapToObj(n -> of(model, ids.at(n), n))
                .toList();
    }
}
