package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.station.ConfigurationKey;
import dev.roamlab.station.StationState;
import dev.roamlab.station.security.CertificateStore;
import java.util.Optional;

/** What a CSMS has changed in how a station connects to it: password, profile, certificates. From the next connection on. */
final class Approach {
    private Approach() {}

    /** Whether a station connects otherwise than it was set up to. */
    static boolean isOwn(StationState state) {
        return state.device().security().certificates() != CertificateStore.EMPTY
                || state.configuration().isChanged(ConfigurationKey.AUTHORIZATION_KEY)
                || state.configuration().isChanged(ConfigurationKey.SECURITY_PROFILE);
    }

    static StationAddress of(StationAddress usual, StationState state) {
        CertificateStore certificates = state.device().security().certificates();
        String key = state.configuration().value(ConfigurationKey.AUTHORIZATION_KEY);
        SecurityProfile profile =
                SecurityProfile.of(Integer.parseInt(state.configuration().value(ConfigurationKey.SECURITY_PROFILE)));
        return usual.withCsmsUrl(profile.tls() ? usual.csmsUrl().replaceFirst("^ws:", "wss:") : usual.csmsUrl())
                .withPassword(key.isEmpty() ? usual.password() : Optional.of(key))
                .withTls(
                        certificates == CertificateStore.EMPTY
                                ? usual.tls()
                                : usual.tls().with(certificates.csmsRoots(), certificates.credential()));
    }
}
