package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;
import java.util.Optional;

/** Charging profiles that a station has, in one or several parts. Spec: OCPP 2.0.1, K09. */
@OcppRecord
public record ReportChargingProfilesRequest(
        int requestId,
        ChargingLimitSource chargingLimitSource,
        @NotEmpty List<ChargingProfile> chargingProfile,
        Optional<Boolean> tbc,
        int evseId)
        implements StationCall<ReportChargingProfilesResponse> {
    /** Lists are copied. */
    public ReportChargingProfilesRequest {
        chargingProfile = List.copyOf(chargingProfile);
    }

    @Override
    public Class<ReportChargingProfilesResponse> responseType() {
        return ReportChargingProfilesResponse.class;
    }
}
