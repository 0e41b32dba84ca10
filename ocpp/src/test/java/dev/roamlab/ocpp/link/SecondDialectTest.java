package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.rpc.Outgoing;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.rpc.RpcPeers.Spelling;
import dev.roamlab.ocpp.v16.DialectV16;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A further version is a further dialect, and nothing else changes. */
class SecondDialectTest {
    private static final Dialect NEXT = new NextDialect();

    @Test
    void the_version_that_a_station_prefers_is_chosen() {
        try (var lab = new Lab(settings -> settings.withDialects(List.of(NEXT, new DialectV16())))) {
            var station = lab.station("CP-1").connected();

            assertThat(station.link.version()).contains("2.0.1");
            assertThat(next(lab.csms.opened).version()).isEqualTo("2.0.1");
            assertThat(now(station.link.call(new HeartbeatRequest())).currentTime())
                    .isEqualTo(Lab.NOON);
            assertThat(lab.exchanges.get(0).version()).isEqualTo("2.0.1");
        }
    }

    @Test
    void an_old_station_is_served_in_its_old_version() {
        try (var lab = new Lab(settings -> settings.withDialects(List.of(NEXT, new DialectV16())))) {
            var old = RawStation.connect(lab, "CP-1");

            assertThat(next(lab.csms.opened).version()).isEqualTo("1.6");
            old.say("[2,\"7\",\"Heartbeat\",{}]");
            assertThat(next(old.received)).startsWith("[3,\"7\"");
        }
    }

    @Test
    void what_has_no_readable_id_is_answered_where_the_version_asks_for_it() {
        try (var lab = new Lab(settings -> settings.withDialects(List.of(NEXT)))) {
            var bad = RawStation.connect(lab, "CP-1", List.of("ocpp2.0.1"));

            bad.say("garbage");
            assertThat(next(bad.received)).startsWith("[4,\"-1\",\"FormatViolation\",\"frame: no JSON");
            bad.say("[9,\"7\",\"Heartbeat\",{}]");
            assertThat(next(bad.received)).startsWith("[4,\"7\",\"MessageTypeNotSupported\",");
        }
    }

    /** As much of a next version as these tests need. */
    private static final class NextDialect implements Dialect {
        @Override
        public String version() {
            return "2.0.1";
        }

        @Override
        public String subprotocol() {
            return "ocpp2.0.1";
        }

        @Override
        public Spelling spelling() {
            return new Spelling() {
                @Override
                public Optional<String> spell(RpcErrorCode code) {
                    return Optional.of(
                            code == RpcErrorCode.FORMATION_VIOLATION ? "FormatViolation" : "MessageTypeNotSupported");
                }

                @Override
                public RpcErrorCode read(String spelled) {
                    return RpcErrorCode.GENERIC_ERROR;
                }

                @Override
                public Optional<String> idOfUnreadable() {
                    return Optional.of("-1");
                }
            };
        }

        @Override
        public Translation translation(End us, TranslationContext context) {
            return new Heartbeats();
        }
    }

    private static final class Heartbeats implements Translation {
        @Override
        public <A extends Response> Outgoing<A> outgoing(Request<A> request) {
            return new Outgoing.Sent<>(
                    request.action(),
                    JsonNodeFactory.instance.objectNode(),
                    json -> request.responseType()
                            .cast(new HeartbeatResponse(
                                    Instant.parse(json.path("now").asText()))));
        }

        @Override
        public Incoming incoming(String action, ObjectNode payload) {
            return new Incoming(
                    new HeartbeatRequest(),
                    answer -> JsonNodeFactory.instance
                            .objectNode()
                            .put(
                                    "now",
                                    ((HeartbeatResponse) answer).currentTime().toString()));
        }

        @Override
        public boolean isBlank() {
            return true;
        }
    }
}
