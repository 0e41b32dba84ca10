package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.security.CertificateSignedRequest;
import dev.roamlab.ocpp.messages.security.CertificateSignedResponse;
import dev.roamlab.ocpp.messages.security.CertificateSignedStatus;
import dev.roamlab.ocpp.messages.security.CertificateSigningUse;
import dev.roamlab.ocpp.messages.security.DeleteCertificateRequest;
import dev.roamlab.ocpp.messages.security.DeleteCertificateResponse;
import dev.roamlab.ocpp.messages.security.GetCertificateIdUse;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsRequest;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsResponse;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateStatus;
import dev.roamlab.ocpp.messages.security.InstallCertificateRequest;
import dev.roamlab.ocpp.messages.security.InstallCertificateResponse;
import dev.roamlab.ocpp.messages.security.InstallCertificateStatus;
import dev.roamlab.ocpp.messages.security.InstallCertificateUse;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SignCertificateRequest;
import dev.roamlab.ocpp.messages.security.SignCertificateResponse;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.security.CertificateStore;
import dev.roamlab.station.security.SecurityEvent;
import dev.roamlab.station.security.SecurityState;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Certificates, passwords and security profiles of a station, and what it tells of them. Spec: OCPP 2.0.1, parts A and M. */
final class Securing {
    /** Time for the answer that is on the wire. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final int MOST_INFO = 255;

    private Securing() {}

    // ------------------------------------------------------------------ certificates

    static InstallCertificateResponse install(Turn turn, InstallCertificateRequest request) {
        CertificateStore.Installation done = certificates(turn)
                .install(
                        installed(request.certificateType()),
                        request.certificate(),
                        turn.configuration().whole(ConfigurationKey.CERTIFICATE_STORE_MAX_LENGTH),
                        turn.now());
        become(turn, done.store());
        if (done.status() == InstallCertificateStatus.ACCEPTED) {
            tell(turn, SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS, "root certificate installed");
            return new InstallCertificateResponse(done.status(), Optional.empty());
        }
        String why = done.objection().orElse("no reason");
        if (request.certificateType() == InstallCertificateUse.CSMS_ROOT_CERTIFICATE) {
            tell(turn, SecurityEvent.INVALID_CSMS_CERTIFICATE, why);
        }
        return new InstallCertificateResponse(done.status(), Why.of("InvalidCertificate", why));
    }

    static DeleteCertificateResponse delete(Turn turn, DeleteCertificateRequest request) {
        CertificateStore.Deletion done = certificates(turn).delete(request.certificateHashData());
        become(turn, done.store());
        return new DeleteCertificateResponse(done.status(), Optional.empty());
    }

    static GetInstalledCertificateIdsResponse ids(Turn turn, GetInstalledCertificateIdsRequest request) {
        var found = certificates(turn).ids(request.certificateType());
        return new GetInstalledCertificateIdsResponse(
                found.isEmpty() ? GetInstalledCertificateStatus.NOT_FOUND : GetInstalledCertificateStatus.ACCEPTED,
                Optional.empty(),
                found);
    }

    /** The CSMS wants the station to ask for a certificate; the host makes the key. */
    static void ask(Turn turn) {
        turn.order(new HostOrder.MakeSigningRequest(
                turn.nextRef(), turn.configuration().value(ConfigurationKey.CPO_NAME), chargePointId(turn)));
    }

    /** The host has made the key. */
    static void asked(Turn turn, KeyPair keys, String csr) {
        if (turn.state().uplink().accepted()) {
            become(turn, certificates(turn).asking(keys));
            turn.say(new Entry(
                    new SignCertificateRequest(csr, Optional.of(CertificateSigningUse.CHARGING_STATION_CERTIFICATE)),
                    false,
                    0));
        }
    }

    /** What the CSMS says to the request; the certificate comes later, by a request of its own. */
    static void answered(Turn turn, SignCertificateResponse response) {
        if (response.status() == GenericStatus.REJECTED) {
            CertificateStore kept = certificates(turn);
            become(turn, new CertificateStore(kept.installed(), Optional.empty(), kept.credential()));
        }
    }

    static CertificateSignedResponse signed(Turn turn, CertificateSignedRequest request) {
        if (request.certificateType().equals(Optional.of(CertificateSigningUse.V2_G_CERTIFICATE))) {
            return rejected("certificateType: this station has asked for no certificate of ISO 15118");
        }
        CertificateStore.Signing done =
                certificates(turn).signed(request.certificateChain(), chargePointId(turn), turn.now());
        become(turn, done.store());
        if (done.objection().isPresent()) {
            tell(
                    turn,
                    SecurityEvent.INVALID_CHARGING_STATION_CERTIFICATE,
                    done.objection().get());
            return rejected(done.objection().get());
        }
        tell(turn, SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS, "a new certificate of its own");
        return new CertificateSignedResponse(CertificateSignedStatus.ACCEPTED, Optional.empty());
    }

    private static CertificateSignedResponse rejected(String why) {
        return new CertificateSignedResponse(CertificateSignedStatus.REJECTED, Why.of("InvalidCertificate", why));
    }

    // ------------------------------------------------------------------ password and profile

    /** Why a security profile cannot be taken; empty when it can. Spec: OCPP 2.0.1, A05; security whitepaper, section 2.6. */
    static Optional<String> objection(Turn turn, String wanted) {
        int profile = Integer.parseInt(wanted);
        int present = turn.configuration().whole(ConfigurationKey.SECURITY_PROFILE);
        CertificateStore certificates = certificates(turn);
        if (profile < present) {
            return Optional.of("security profile " + profile + " is lower than the present one, " + present);
        } else if (present < 2 && profile >= 2 && certificates.csmsRoots().isEmpty()) {
            return Optional.of("security profile " + profile + " needs a root certificate of the CSMS");
        } else if (present < 3 && profile == 3 && certificates.credential().isEmpty()) {
            return Optional.of("security profile 3 needs a certificate of the station");
        }
        return Optional.empty();
    }

    /** How the station connects has changed: it does so soon, when the answer is out. */
    static void reconfigured(Turn turn, ConfigurationKey key, String before) {
        boolean profile = key == ConfigurationKey.SECURITY_PROFILE;
        turn.become(turn.device()
                .withSecurity(state(turn)
                        .withReconnectAt(Optional.of(turn.now().plus(GRACE)))
                        .withProfileBefore(
                                profile ? Optional.of(before) : state(turn).profileBefore())));
        tell(turn, SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS, key.wireName() + " changed");
    }

    static Optional<Instant> due(StationState state) {
        return state.device().security().reconnectAt();
    }

    static void goOn(Turn turn) {
        Optional<Instant> due = due(turn.state()).filter(at -> !at.isAfter(turn.now()));
        if (due.isPresent()) {
            turn.become(turn.device().withSecurity(state(turn).withReconnectAt(Optional.empty())));
            if (turn.state().uplink().connected()) {
                Connecting.reconnect(turn);
            }
        }
    }

    /** A connection stands: the profile is a good one. */
    static void connected(Turn turn) {
        if (state(turn).profileBefore().isPresent()) {
            turn.become(turn.device().withSecurity(state(turn).withProfileBefore(Optional.empty())));
        }
    }

    /** A profile that leads nowhere is given up. */
    static void disconnected(Turn turn, int attempts) {
        Optional<String> before = state(turn).profileBefore();
        int most = turn.configuration().whole(ConfigurationKey.NETWORK_PROFILE_CONNECTION_ATTEMPTS);
        if (before.isPresent() && attempts >= most) {
            turn.become(turn.state()
                    .withConfiguration(turn.configuration().with(ConfigurationKey.SECURITY_PROFILE, before.get())));
            turn.become(turn.device().withSecurity(state(turn).withProfileBefore(Optional.empty())));
        }
    }

    // ------------------------------------------------------------------ events

    /** Told by every station of 2.0.1; in 1.6 the message belongs to an extension, so only by those that have a profile. */
    static void tell(Turn turn, SecurityEvent event, String info) {
        boolean newer = turn.state().idiom() != Idiom.V1_6;
        if (newer || turn.configuration().whole(ConfigurationKey.SECURITY_PROFILE) > 0) {
            String cut = info.length() > MOST_INFO ? info.substring(0, MOST_INFO) : info;
            turn.say(new Entry(
                    new SecurityEventNotificationRequest(
                            event.wireName(newer), turn.now(), Optional.of(cut).filter(text -> !text.isEmpty())),
                    false,
                    0));
        }
    }

    /** The station runs again, and the CSMS knows it. */
    static void started(Turn turn) {
        BootReason reason = turn.state().bootReason();
        tell(turn, SecurityEvent.STARTUP_OF_THE_DEVICE, "boot reason " + reason);
        if (reason == BootReason.FIRMWARE_UPDATE) {
            tell(turn, SecurityEvent.FIRMWARE_UPDATED, turn.device().installed().orElse(""));
        }
    }

    private static GetCertificateIdUse installed(InstallCertificateUse use) {
        return switch (use) {
            case V2_G_ROOT_CERTIFICATE -> GetCertificateIdUse.V2_G_ROOT_CERTIFICATE;
            case MO_ROOT_CERTIFICATE -> GetCertificateIdUse.MO_ROOT_CERTIFICATE;
            case CSMS_ROOT_CERTIFICATE -> GetCertificateIdUse.CSMS_ROOT_CERTIFICATE;
            case MANUFACTURER_ROOT_CERTIFICATE -> GetCertificateIdUse.MANUFACTURER_ROOT_CERTIFICATE;
        };
    }

    private static String chargePointId(Turn turn) {
        return turn.state().spec().chargePointId();
    }

    private static SecurityState state(Turn turn) {
        return turn.device().security();
    }

    private static CertificateStore certificates(Turn turn) {
        return state(turn).certificates();
    }

    private static void become(Turn turn, CertificateStore certificates) {
        if (certificates != certificates(turn)) {
            turn.become(turn.device().withSecurity(state(turn).withCertificates(certificates)));
        }
    }
}
