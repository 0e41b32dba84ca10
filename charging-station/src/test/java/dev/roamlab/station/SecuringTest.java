package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationResponse;
import dev.roamlab.ocpp.messages.ChangeConfigurationStatus;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.TriggerMessageStatus;
import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.messages.security.CertificateSignedRequest;
import dev.roamlab.ocpp.messages.security.CertificateSignedResponse;
import dev.roamlab.ocpp.messages.security.CertificateSignedStatus;
import dev.roamlab.ocpp.messages.security.CertificateSigningUse;
import dev.roamlab.ocpp.messages.security.DeleteCertificateRequest;
import dev.roamlab.ocpp.messages.security.DeleteCertificateResponse;
import dev.roamlab.ocpp.messages.security.DeleteCertificateStatus;
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
import dev.roamlab.ocpp.security.CertificateAuthority;
import dev.roamlab.ocpp.security.Certificates;
import dev.roamlab.ocpp.security.Pem;
import dev.roamlab.ocpp.security.SigningRequests;
import dev.roamlab.station.security.SecurityState;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecuringTest {
    private static final CertificateAuthority CA = CertificateAuthority.create(StationRig.START);

    private final StationRig rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);

    private static CertificateSignedRequest signed(String chain) {
        return new CertificateSignedRequest(chain, Optional.of(CertificateSigningUse.CHARGING_STATION_CERTIFICATE));
    }

    private InstallCertificateResponse install(String pem) {
        return (InstallCertificateResponse)
                rig.ask(new InstallCertificateRequest(InstallCertificateUse.CSMS_ROOT_CERTIFICATE, pem));
    }

    private GetInstalledCertificateIdsResponse ids(GetCertificateIdUse... uses) {
        return (GetInstalledCertificateIdsResponse) rig.ask(new GetInstalledCertificateIdsRequest(List.of(uses)));
    }

    private CertificateHashData hash() {
        return Certificates.hash(CA.certificate(), CA.certificate());
    }

    /** Up to the request that the CSMS sees. */
    private String csr() {
        rig.ask(new TriggerMessageRequest(MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE, Optional.empty()));
        HostOrder.MakeSigningRequest order = rig.orders.stream()
                .filter(HostOrder.MakeSigningRequest.class::isInstance)
                .map(HostOrder.MakeSigningRequest.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
        KeyPair keys = SigningRequests.newKeys();
        rig.happen(new StationEvent.SigningRequestMade(
                order.ref(), keys, SigningRequests.request(keys, order.organisation(), order.commonName())));
        return rig.sent(SignCertificateRequest.class).get(0).csr();
    }

    private List<String> events() {
        return rig.sent(SecurityEventNotificationRequest.class).stream()
                .map(SecurityEventNotificationRequest::type)
                .toList();
    }

    @Test
    void a_root_is_installed_listed_by_its_hash_and_deleted() {
        assertThat(ids().status()).isEqualTo(GetInstalledCertificateStatus.NOT_FOUND);

        assertThat(install(Pem.of(CA.certificate())).status()).isEqualTo(InstallCertificateStatus.ACCEPTED);

        assertThat(ids(GetCertificateIdUse.CSMS_ROOT_CERTIFICATE).certificateHashDataChain())
                .singleElement()
                .satisfies(chain -> assertThat(chain.certificateHashData()).isEqualTo(hash()));
        assertThat(ids(GetCertificateIdUse.MANUFACTURER_ROOT_CERTIFICATE).status())
                .isEqualTo(GetInstalledCertificateStatus.NOT_FOUND);
        assertThat(delete()).isEqualTo(DeleteCertificateStatus.ACCEPTED);
        assertThat(delete()).isEqualTo(DeleteCertificateStatus.NOT_FOUND);
        assertThat(ids().status()).isEqualTo(GetInstalledCertificateStatus.NOT_FOUND);
    }

    private DeleteCertificateStatus delete() {
        return ((DeleteCertificateResponse) rig.ask(new DeleteCertificateRequest(hash()))).status();
    }

    @Test
    void what_is_no_root_is_not_installed_and_the_csms_is_told_why() {
        events();
        String leaf = Pem.of(CA.station("RIG-1", StationRig.START).certificate());

        InstallCertificateResponse refused = install(leaf);

        assertThat(refused.status()).isEqualTo(InstallCertificateStatus.REJECTED);
        assertThat(refused.statusInfo().orElseThrow().additionalInfo().orElseThrow())
                .contains("may not sign others");
        assertThat(install("nonsense").status()).isEqualTo(InstallCertificateStatus.REJECTED);
        assertThat(events()).containsExactly("InvalidCsmsCertificate", "InvalidCsmsCertificate");
    }

    @Test
    void a_certificate_is_asked_for_signed_and_taken() {
        install(Pem.of(CA.certificate()));
        String csr = csr();
        var certificate = CA.sign(csr, "RIG-1", StationRig.START);

        var answer = (CertificateSignedResponse) rig.ask(signed(Pem.of(List.of(certificate, CA.certificate()))));

        assertThat(answer.status()).isEqualTo(CertificateSignedStatus.ACCEPTED);
        var store = rig.state.device().security().certificates();
        assertThat(store.credential().orElseThrow().certificate()).isEqualTo(certificate);
        assertThat(store.pending()).isEmpty();
    }

    @Test
    void a_certificate_by_a_stranger_for_another_key_or_not_asked_for_is_refused() {
        install(Pem.of(CA.certificate()));
        events();
        String unasked = Pem.of(CA.station("RIG-1", StationRig.START).chain());

        assertRefused(unasked, "no certificate has been asked for");
        String csr = csr();
        assertRefused(unasked, "for another key");
        assertRefused("nonsense", "no readable certificate");
        var stranger = CertificateAuthority.create(StationRig.START);
        assertRefused(Pem.of(stranger.sign(csr, "RIG-1", StationRig.START)), "no chain of trust");

        assertThat(events()).hasSize(4).containsOnly("InvalidChargingStationCertificate");
        assertThat(rig.state.device().security().certificates().credential()).isEmpty();
    }

    private void assertRefused(String chain, String why) {
        var answer = (CertificateSignedResponse) rig.ask(signed(chain));
        assertThat(answer.status()).isEqualTo(CertificateSignedStatus.REJECTED);
        assertThat(answer.statusInfo().orElseThrow().additionalInfo().orElseThrow())
                .contains(why);
    }

    @Test
    void in_1_6_the_event_has_its_older_name_and_a_station_without_a_profile_keeps_quiet() {
        StationRig quiet = StationRig.booted("post-22-twin");
        StationRig older = new StationRig("post-22-twin");
        older.state =
                older.state.withConfiguration(older.state.configuration().with(ConfigurationKey.SECURITY_PROFILE, "1"));
        older.happen(new StationEvent.ConnectRequested());

        older.ask(signed("nonsense"));
        quiet.ask(signed("nonsense"));

        assertThat(older.sent(SecurityEventNotificationRequest.class))
                .extracting(SecurityEventNotificationRequest::type)
                .containsExactly("StartupOfTheDevice", "InvalidChargePointCertificate");
        assertThat(quiet.sent(SecurityEventNotificationRequest.class)).isEmpty();
    }

    @Test
    void a_new_password_counts_from_a_new_connection_on() {
        StationRig old = StationRig.booted("post-22-twin");

        var answer = (ChangeConfigurationResponse)
                old.ask(new ChangeConfigurationRequest("AuthorizationKey", "correct-horse-battery"));
        boolean stillThere = old.state.uplink().connected();
        old.pass(Duration.ofSeconds(5));

        assertThat(answer.status()).isEqualTo(ChangeConfigurationStatus.ACCEPTED);
        assertThat(stillThere).as("the answer goes out first").isTrue();
        assertThat(old.state.uplink().accepted()).isTrue();
        assertThat(old.state.device().security()).isEqualTo(SecurityState.EMPTY);
        assertThat(old.state.configuration().value(ConfigurationKey.AUTHORIZATION_KEY))
                .isEqualTo("correct-horse-battery");
    }

    @Test
    void a_profile_goes_up_only_and_only_with_what_it_needs() {
        StationRig old = StationRig.booted("post-22-twin");

        assertThat(profile(old, "2")).isEqualTo(ChangeConfigurationStatus.REJECTED);
        assertThat(profile(old, "1")).isEqualTo(ChangeConfigurationStatus.ACCEPTED);
        old.pass(Duration.ofSeconds(5));
        assertThat(profile(old, "0")).isEqualTo(ChangeConfigurationStatus.REJECTED);
        old.ask(new InstallCertificateRequest(InstallCertificateUse.CSMS_ROOT_CERTIFICATE, Pem.of(CA.certificate())));
        assertThat(profile(old, "2")).isEqualTo(ChangeConfigurationStatus.ACCEPTED);
    }

    @Test
    void a_profile_that_leads_nowhere_is_given_up() {
        StationRig old = StationRig.booted("post-22-twin");
        old.reachable = false;

        profile(old, "1");
        old.pass(Duration.ofMinutes(2));

        assertThat(old.state.configuration().value(ConfigurationKey.SECURITY_PROFILE))
                .isEqualTo("0");
        old.reachable = true;
        old.pass(Duration.ofMinutes(6));
        assertThat(old.state.uplink().accepted()).isTrue();
    }

    private static ChangeConfigurationStatus profile(StationRig rig, String value) {
        return ((ChangeConfigurationResponse) rig.ask(new ChangeConfigurationRequest("SecurityProfile", value)))
                .status();
    }

    @Test
    void startup_and_reset_are_told() {
        assertThat(events()).containsExactly("StartupOfTheDevice");

        rig.ask(new ResetRequest(ResetType.IMMEDIATE));
        rig.pass(Duration.ofMinutes(1));

        assertThat(events()).containsExactly("ResetOrReboot", "StartupOfTheDevice");
    }

    @Test
    void a_certificate_of_iso_15118_is_not_to_be_had() {
        var answer = (TriggerMessageResponse)
                rig.ask(new TriggerMessageRequest(MessageTrigger.SIGN_V2G_CERTIFICATE, Optional.empty()));

        assertThat(answer.status()).isEqualTo(TriggerMessageStatus.NOT_IMPLEMENTED);
    }
}
