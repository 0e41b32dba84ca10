package dev.roamlab.station;

import dev.roamlab.ocpp.messages.display.MessageInfo;
import dev.roamlab.station.security.SecurityState;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What a station keeps that has nothing to do with charging. Most stations share {@link #EMPTY}: what nobody has asked for
 * costs nothing.
 *
 * @param localList tokens that the CSMS has judged in advance
 * @param monitors what the CSMS wants to be told of variables
 * @param display what it has on its display, by id
 * @param firmware an update under way
 * @param upload a log on its way
 * @param installed the version that an update has brought; the model's own without one
 * @param network connection profiles that the CSMS has set
 * @param resetsWhenIdle EVSEs that restart when nobody charges there any more; 0 for the station
 * @param security certificates, and what becomes of the connection when they change
 * @param fault what goes wrong with updates and uploads
 */
@RecordBuilder
public record DeviceState(
        LocalList localList,
        Monitors monitors,
        List<MessageInfo> display,
        Optional<FirmwareUpdate> firmware,
        Optional<LogUpload> upload,
        Optional<String> installed,
        NetworkProfiles network,
        List<Integer> resetsWhenIdle,
        SecurityState security,
        Optional<UpdateFault> fault)
        implements DeviceStateBuilder.With {
    /** Nothing of all that. */
    public static final DeviceState EMPTY = new DeviceState(
            LocalList.EMPTY,
            Monitors.NONE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NetworkProfiles.NONE,
            List.of(),
            SecurityState.EMPTY,
            Optional.empty());

    public DeviceState {
        display = List.copyOf(display);
        resetsWhenIdle = List.copyOf(resetsWhenIdle);
    }
}
