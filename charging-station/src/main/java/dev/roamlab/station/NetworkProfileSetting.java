package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.variables.NetworkConnectionProfile;
import dev.roamlab.ocpp.messages.variables.OcppTransport;
import dev.roamlab.ocpp.messages.variables.SetNetworkProfileRequest;
import dev.roamlab.ocpp.messages.variables.SetNetworkProfileResponse;
import dev.roamlab.ocpp.messages.variables.SetNetworkProfileStatus;
import java.net.URI;
import java.util.Optional;

/** A new way to the CSMS. Spec: OCPP 2.0.1 B09. */
final class NetworkProfileSetting {
    private static final int SLOTS = 3;

    private NetworkProfileSetting() {}

    static SetNetworkProfileResponse set(Turn turn, SetNetworkProfileRequest request) {
        Optional<StatusInfo> wrong = wrong(turn, request);
        if (wrong.isPresent()) {
            return new SetNetworkProfileResponse(SetNetworkProfileStatus.REJECTED, wrong);
        }
        turn.become(turn.device()
                .withNetwork(turn.device().network().with(request.configurationSlot(), request.connectionData())));
        return new SetNetworkProfileResponse(SetNetworkProfileStatus.ACCEPTED, Optional.empty());
    }

    private static Optional<StatusInfo> wrong(Turn turn, SetNetworkProfileRequest request) {
        NetworkConnectionProfile profile = request.connectionData();
        if (request.configurationSlot() < 1 || request.configurationSlot() > SLOTS) {
            return Why.of("ValueOutOfRange", "configurationSlot: " + request.configurationSlot() + ", 1 to " + SLOTS);
        } else if (profile.ocppTransport() != OcppTransport.JSON) {
            return Why.of("UnsupportedParam", "ocppTransport: only JSON");
        } else if (!isWebSocket(profile.ocppCsmsUrl())) {
            return Why.of("InvalidURL", "ocppCsmsUrl: '" + profile.ocppCsmsUrl() + "' is no ws:// or wss:// URL");
        } else if (profile.securityProfile() < turn.configuration().whole(ConfigurationKey.SECURITY_PROFILE)) {
            return Why.of("ValueTooLow", "securityProfile: " + profile.securityProfile() + " is below the present one");
        }
        return Optional.empty();
    }

    private static boolean isWebSocket(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()));
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
