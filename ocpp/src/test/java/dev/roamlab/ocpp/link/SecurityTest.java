package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.link.ConnectFailure.Kind;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.security.CsmsSecurity;
import dev.roamlab.ocpp.security.KeyFolder;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.ocpp.security.StationSecurity;
import dev.roamlab.ocpp.security.StationTls;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Security profiles over real sockets, and what a station is told when it cannot connect. */
class SecurityTest {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path folder;

    private final Lab lab = new Lab(settings -> settings.withCallTimeout(Duration.ofSeconds(4)));

    @AfterEach
    void close() {
        lab.close();
    }

    private HttpServer csms(CsmsSecurity security) {
        HttpServerOptions plain = OcppServer.configure(new HttpServerOptions(), lab.settings);
        HttpServerOptions options =
                security.profile().tls() ? now(security.configure(plain, lab.vertx, lab.clock)) : plain;
        HttpServer http = lab.vertx.createHttpServer(options);
        lab.server.attach(http);
        SecurityGuard guard = new SecurityGuard(security);
        lab.csms.admit = handshake ->
                guard.objection(handshake).<Admission>map(refused -> refused).orElseGet(Admission::accepted);
        return now(http.listen(0, "127.0.0.1"));
    }

    private CsmsSecurity strict(SecurityProfile profile) {
        return new CsmsSecurity(profile, Optional.of(PASSWORD), Optional.of(folder), List.of(), 0);
    }

    private StationAddress address(String scheme, int port, String password, StationTls tls) {
        return new StationAddress(
                scheme + "://127.0.0.1:" + port + "/ocpp",
                "CP-1",
                Optional.of(password).filter(given -> !given.isEmpty()),
                Topology.ONE_CONNECTOR_EACH,
                tls);
    }

    private StationTls tls(SecurityProfile profile) {
        return StationSecurity.NONE
                .withPassword(Optional.of(PASSWORD))
                .withKeys(Optional.of(folder))
                .withProfile(profile)
                .open(lab.clock);
    }

    private ConnectFailure failure(StationAddress address) {
        try {
            now(new Lab.Station(lab, address).link.connect());
        } catch (RuntimeException failed) {
            return (ConnectFailure) failed;
        }
        throw new AssertionError("it could connect");
    }

    @ParameterizedTest
    @EnumSource(SecurityProfile.class)
    void a_station_with_the_profile_of_its_csms_gets_in(SecurityProfile profile) {
        HttpServer http = csms(strict(profile));
        String scheme = profile.tls() ? "wss" : "ws";

        var station = new Lab.Station(
                        lab, address(scheme, http.actualPort(), profile.password() ? PASSWORD : "", tls(profile)))
                .connected();

        assertThat(now(station.link.call(new HeartbeatRequest()))).isNotNull();
        Handshake seen = next(lab.csms.handshakes);
        assertThat(seen.secure()).isEqualTo(profile.tls());
        assertThat(seen.certificateName())
                .isEqualTo(profile == SecurityProfile.MUTUAL_TLS ? Optional.of("CP-1") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"wrong-horse-battery-staple", "short", "''"})
    void a_password_that_is_wrong_short_or_missing_is_answered_401(String password) {
        HttpServer http = csms(strict(SecurityProfile.BASIC));

        ConnectFailure failure = failure(address("ws", http.actualPort(), password, StationTls.USUAL));

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(failure.what()).isEqualTo("the CSMS answered HTTP 401");
        assertThat(failure.wayOut())
                .isEqualTo(
                        password.isEmpty()
                                ? "it wants a password"
                                : "the password is wrong, or not the one of this station");
        assertThat(failure).hasMessageNotContaining("horse");
    }

    @Test
    void a_station_without_tls_is_not_let_into_a_csms_that_asks_for_it() {
        csms(strict(SecurityProfile.TLS_BASIC));

        ConnectFailure failure = failure(address("ws", lab.http.actualPort(), PASSWORD, StationTls.USUAL));

        assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void a_certificate_for_another_station_is_answered_401() {
        HttpServer http = csms(strict(SecurityProfile.MUTUAL_TLS));
        KeyFolder keys = KeyFolder.open(folder, lab.clock);
        var other = tls(SecurityProfile.MUTUAL_TLS).with(List.of(), Optional.of(keys.station("CP-2")));

        assertThat(failure(address("wss", http.actualPort(), "", other)).kind()).isEqualTo(Kind.UNAUTHORIZED);
    }

    @Test
    void a_csms_of_unknown_descent_is_not_trusted() {
        HttpServer http = csms(strict(SecurityProfile.TLS_BASIC));

        ConnectFailure failure = failure(address("wss", http.actualPort(), PASSWORD, StationTls.USUAL));

        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.NOT_TRUSTED);
        assertThat(failure.wayOut()).contains("PEM file");
        assertThat(failure.isPermanent()).isTrue();
    }

    @Test
    void a_certificate_for_another_host_is_not_trusted() {
        HttpServer http = csms(strict(SecurityProfile.TLS_BASIC));
        var elsewhere = address("wss", http.actualPort(), PASSWORD, tls(SecurityProfile.TLS_BASIC))
                .withCsmsUrl("wss://127.0.0.2:" + http.actualPort() + "/ocpp");
        HttpServer everywhere = lab.vertx.createHttpServer(now(strict(SecurityProfile.TLS_BASIC)
                .configure(OcppServer.configure(new HttpServerOptions(), lab.settings), lab.vertx, lab.clock)));
        lab.server.attach(everywhere);
        now(everywhere.listen(0, "127.0.0.2"));

        ConnectFailure failure = failure(elsewhere.withCsmsUrl("wss://127.0.0.2:" + everywhere.actualPort() + "/ocpp"));

        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.NOT_TRUSTED);
        assertThat(failure.what()).contains("another host");
    }

    @Test
    void a_station_without_a_certificate_or_with_a_strangers_is_told_that_it_was_rejected() throws Exception {
        HttpServer http = csms(strict(SecurityProfile.MUTUAL_TLS));
        KeyFolder strangers = KeyFolder.open(folder.resolve("strangers"), lab.clock);
        var stranger = tls(SecurityProfile.TLS_BASIC).with(List.of(), Optional.of(strangers.station("CP-1")));

        assertThat(failure(address("wss", http.actualPort(), "", tls(SecurityProfile.TLS_BASIC)))
                        .kind())
                .isIn(Kind.CERTIFICATE_REJECTED, Kind.CUT_OFF);
        assertThat(failure(address("wss", http.actualPort(), "", stranger)).kind())
                .isIn(Kind.CERTIFICATE_REJECTED, Kind.CUT_OFF);
    }

    @Test
    void plain_http_where_tls_was_expected_is_recognised_and_so_is_the_reverse() {
        HttpServer secure = csms(strict(SecurityProfile.TLS_BASIC));

        assertThat(failure(address("wss", lab.http.actualPort(), PASSWORD, tls(SecurityProfile.TLS_BASIC)))
                        .kind())
                .isEqualTo(Kind.NO_TLS);
        ConnectFailure reverse = failure(address("ws", secure.actualPort(), PASSWORD, StationTls.USUAL));
        assertThat(reverse.kind()).isIn(Kind.NO_HTTP, Kind.CUT_OFF);
        assertThat(reverse.wayOut()).contains("wss://");
    }

    @Test
    void the_network_has_its_own_words() {
        assertThat(failure(StationAddress.of("ws://127.0.0.1:1/ocpp", "CP-1")))
                .hasMessage(
                        "ws://127.0.0.1:1/ocpp/CP-1: nobody listens on that port; start the CSMS, or check the port")
                .extracting(ConnectFailure::kind)
                .isEqualTo(Kind.REFUSED);
        assertThat(failure(StationAddress.of("ws://no-such-host.invalid/ocpp", "CP-1"))
                        .kind())
                .isEqualTo(Kind.NAME_NOT_FOUND);
    }

    @Test
    void a_port_that_says_nothing_or_hangs_up_is_not_the_same_thing() {
        NetServer silent =
                now(lab.vertx.createNetServer().connectHandler(socket -> {}).listen(0, "127.0.0.1"));
        NetServer curt = now(lab.vertx
                .createNetServer()
                .connectHandler(socket -> socket.handler(heard -> socket.close()))
                .listen(0, "127.0.0.1"));
        NetServer mad = now(lab.vertx
                .createNetServer()
                .connectHandler(socket -> socket.handler(heard -> socket.write("220 smtp ready\r\n\r\n")))
                .listen(0, "127.0.0.1"));

        assertThat(failure(StationAddress.of("ws://127.0.0.1:" + silent.actualPort(), "CP-1"))
                        .kind())
                .isEqualTo(Kind.TIMED_OUT);
        assertThat(failure(StationAddress.of("ws://127.0.0.1:" + curt.actualPort(), "CP-1"))
                        .kind())
                .isEqualTo(Kind.CUT_OFF);
        assertThat(failure(StationAddress.of("ws://127.0.0.1:" + mad.actualPort(), "CP-1"))
                        .kind())
                .isEqualTo(Kind.NO_HTTP);
    }

    @ParameterizedTest
    @CsvSource({
        "401,UNAUTHORIZED",
        "403,FORBIDDEN",
        "404,NOT_FOUND",
        "302,HTTP_STATUS",
        "503,HTTP_STATUS",
        "200,HTTP_STATUS"
    })
    void every_http_status_has_its_sentence(int status, Kind kind) {
        HttpServer http = now(lab.vertx
                .createHttpServer()
                .requestHandler(
                        request -> request.response().setStatusCode(status).end())
                .listen(0, "127.0.0.1"));

        ConnectFailure failure = failure(StationAddress.of("ws://127.0.0.1:" + http.actualPort(), "CP-1"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.what()).isEqualTo("the CSMS answered HTTP " + status);
        assertThat(failure.wayOut()).isNotBlank();
    }

    @Test
    void a_new_address_counts_from_the_next_connection_on() {
        csms(strict(SecurityProfile.BASIC));
        StationAddress weak = address("ws", lab.http.actualPort(), "", StationTls.USUAL);
        var station = new Lab.Station(lab, weak);
        assertThatThrownBy(() -> now(station.link.connect())).isInstanceOf(ConnectFailure.class);

        station.link.address(weak.withPassword(Optional.of(PASSWORD)));
        now(station.link.connect());

        assertThat(station.link.isOpen()).isTrue();
    }
}
