package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.security.CsmsSecurity;
import dev.roamlab.ocpp.security.SecurityProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Stands at the CSMS's door and holds stations to the security profile. Spec: OCPP 2.0.1, A00.FR.201 to A00.FR.429;
 * OCPP 1.6 security whitepaper, section 2.
 */
public final class SecurityGuard {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LEAST = 16;
    private static final int MOST = 40;

    private final CsmsSecurity security;

    /** A guard who knows the rules. */
    public SecurityGuard(CsmsSecurity security) {
        this.security = security;
    }

    /** Why a station may not connect; empty when it may. */
    public Optional<Admission.Refused> objection(Handshake handshake) {
        SecurityProfile profile = security.profile();
        if (profile.tls() && !handshake.secure()) {
            return refuse(FORBIDDEN, "no TLS, but security profile " + profile.number() + " is the least here");
        } else if (profile.password()) {
            return password(handshake);
        } else if (profile == SecurityProfile.MUTUAL_TLS
                && !handshake.certificateName().equals(Optional.of(handshake.stationId()))) {
            return refuse(
                    UNAUTHORIZED,
                    handshake
                            .certificateName()
                            .map(name -> "its certificate is for '" + name + "'")
                            .orElse("no certificate"));
        }
        return Optional.empty();
    }

    private Optional<Admission.Refused> password(Handshake handshake) {
        if (handshake.password().isEmpty()) {
            return refuse(UNAUTHORIZED, "no password, or for another user than the station's id");
        }
        String shown = handshake.password().get();
        if (shown.length() < LEAST || shown.length() > MOST) {
            return refuse(
                    UNAUTHORIZED, "a password of " + shown.length() + " characters, must be " + LEAST + " to " + MOST);
        }
        boolean right = security.password()
                .map(wanted -> MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8)))
                .orElse(true);
        return right ? Optional.empty() : refuse(UNAUTHORIZED, "a wrong password");
    }

    private static Optional<Admission.Refused> refuse(int status, String why) {
        return Optional.of(new Admission.Refused(status, why));
    }
}
