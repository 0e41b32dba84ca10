package dev.roamlab.ocpp.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void choose() {
        folder = temporary.resolve("keys");
    }

    private KeyFolder open(Duration later) {
        return KeyFolder.open(folder, Clock.fixed(NOON.plus(later), ZoneOffset.UTC));
    }

    @Test
    void keys_are_made_once_and_used_again() {
        KeyFolder first = open(Duration.ZERO);
        KeyFolder second = open(Duration.ofDays(1));

        assertThat(second.authority().certificate()).isEqualTo(first.authority().certificate());
        assertThat(second.server(List.of("localhost")).certificate())
                .isEqualTo(first.server(List.of("localhost")).certificate());
        assertThat(second.station("CP/1 ä").certificate())
                .isEqualTo(first.station("CP/1 ä").certificate());
    }

    @Test
    void a_certificate_about_to_expire_is_renewed_and_still_trusted() {
        Credential old = open(Duration.ZERO).station("CP-1");

        KeyFolder later = open(Duration.ofDays(380));
        Credential renewed = later.station("CP-1");

        assertThat(renewed.certificate()).isNotEqualTo(old.certificate());
        assertThat(Certificates.objection(
                        renewed.chain(), List.of(later.authority().certificate()), NOON.plus(Duration.ofDays(380))))
                .isEmpty();
    }

    @Test
    void a_server_certificate_is_made_anew_for_another_host() {
        KeyFolder keys = open(Duration.ZERO);
        Credential local = keys.server(List.of("localhost", "127.0.0.1"));

        Credential both = keys.server(List.of("localhost", "127.0.0.1", "csms.example"));

        assertThat(Certificates.hosts(local.certificate())).containsExactlyInAnyOrder("localhost", "127.0.0.1");
        assertThat(Certificates.hosts(both.certificate())).contains("csms.example");
        assertThat(keys.server(List.of("localhost"))).isEqualTo(both);
    }

    @Test
    void nobody_else_can_read_a_key() throws Exception {
        open(Duration.ZERO).station("CP-1");

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(folder)) {
            List<Path> keys =
                    files.filter(file -> file.toString().endsWith("-key.pem")).toList();
            assertThat(keys)
                    .hasSize(2)
                    .allSatisfy(key -> assertThat(Files.getPosixFilePermissions(key))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void a_spoilt_file_is_named() throws Exception {
        open(Duration.ZERO);
        Files.writeString(folder.resolve("ca.pem"), "nonsense");

        assertThatThrownBy(() -> open(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ca.pem")
                .hasMessageContaining("BEGIN CERTIFICATE");
    }

    @Test
    void a_key_that_is_not_the_certificates_is_refused() throws Exception {
        KeyFolder keys = open(Duration.ZERO);
        keys.station("A");
        keys.station("B");

        assertThatThrownBy(
                        () -> KeyFiles.credential(folder.resolve("station-A-key.pem"), folder.resolve("station-B.pem")))
                .hasMessageContaining("station-A-key.pem: not the key of")
                .hasMessageContaining("station-B.pem");
    }

    @Test
    void a_request_is_signed_for_the_station_itself_only() {
        KeyFolder keys = open(Duration.ZERO);
        var pair = SigningRequests.newKeys();
        String csr = SigningRequests.request(pair, "Kantstroom", "CP-1");

        var signed = keys.authority().sign(csr, "CP-1", NOON);

        assertThat(signed.getPublicKey()).isEqualTo(pair.getPublic());
        assertThat(Certificates.commonName(signed)).isEqualTo("CP-1");
        assertThat(Certificates.objection(
                        List.of(signed), List.of(keys.authority().certificate()), NOON))
                .isEmpty();
        assertThatThrownBy(() -> keys.authority().sign(csr, "CP-2", NOON))
                .hasMessageContaining("csr: for 'CP-1', must be for the station itself: 'CP-2'");
        assertThatThrownBy(() -> keys.authority().sign("nonsense", "CP-1", NOON))
                .hasMessageContaining("no certificate request");
    }

    @Test
    void a_chain_is_believed_for_a_reason() {
        KeyFolder keys = open(Duration.ZERO);
        Credential station = keys.station("CP-1");
        var stranger = CertificateAuthority.create(NOON).certificate();
        var root = List.of(keys.authority().certificate());

        assertThat(Certificates.objection(station.chain(), root, NOON)).isEmpty();
        assertThat(Certificates.objection(station.chain(), List.of(), NOON))
                .hasValueSatisfying(why -> assertThat(why).contains("no root certificate is installed"));
        assertThat(Certificates.objection(station.chain(), List.of(stranger), NOON))
                .hasValueSatisfying(why -> assertThat(why).contains("no chain of trust"));
        assertThat(Certificates.objection(station.chain(), root, NOON.plus(Duration.ofDays(4000))))
                .hasValueSatisfying(why -> assertThat(why).contains("expired at"));
        assertThat(Certificates.objection(station.chain(), root, NOON.minus(Duration.ofDays(2))))
                .hasValueSatisfying(why -> assertThat(why).contains("not valid before"));
    }

    @Test
    void hash_data_are_those_of_the_issuer_and_leading_zeros_do_not_count() throws Exception {
        var root = open(Duration.ZERO).authority().certificate();

        var hash = Certificates.hash(root, root);

        byte[] name = java.security.MessageDigest.getInstance("SHA-256")
                .digest(root.getSubjectX500Principal().getEncoded());
        assertThat(hash.issuerNameHash()).isEqualTo(java.util.HexFormat.of().formatHex(name));
        assertThat(hash.issuerKeyHash()).hasSize(64);
        assertThat(new java.math.BigInteger(hash.serialNumber(), 16)).isEqualTo(root.getSerialNumber());
        assertThat(hash.serialNumber().length()).isLessThanOrEqualTo(40);
        assertThat(Certificates.same(
                        hash,
                        new dev.roamlab.ocpp.messages.security.CertificateHashData(
                                hash.hashAlgorithm(),
                                hash.issuerNameHash().toUpperCase(java.util.Locale.ROOT),
                                hash.issuerKeyHash(),
                                "00" + hash.serialNumber())))
                .isTrue();
    }

    @Test
    void what_is_asked_for_is_checked_before_any_file_is_read() {
        assertThatThrownBy(() -> StationSecurity.NONE.withProfile(SecurityProfile.BASIC))
                .hasMessageContaining("password: missing, security profile 1 needs one");
        assertThatThrownBy(() ->
                        StationSecurity.NONE.withPassword(Optional.of("short")).withProfile(SecurityProfile.TLS_BASIC))
                .hasMessageContaining("password: 5 characters, must be 16 to 40");
        assertThatThrownBy(() -> StationSecurity.NONE.withProfile(SecurityProfile.MUTUAL_TLS))
                .hasMessageContaining("client certificate: missing");
        assertThatThrownBy(() -> StationSecurity.NONE.withClientKey(Optional.of(Path.of("k"))))
                .hasMessageContaining("they belong together");
        var tls = StationSecurity.NONE.withKeys(Optional.of(folder)).withProfile(SecurityProfile.MUTUAL_TLS);
        assertThatThrownBy(() -> tls.requireUrl("ws://x/ocpp")).hasMessageContaining("profile 3 needs wss://");
        assertThatThrownBy(() -> CsmsSecurity.NONE.withProfile(SecurityProfile.TLS_BASIC))
                .hasMessageContaining("key folder: missing");
        assertThatThrownBy(() -> SecurityProfile.of(4)).hasMessageContaining("security profile: 4, must be 0 to 3");
        assertThat(Optional.of(tls.toString())).contains("security profile 3");
    }
}
