package dev.roamlab.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.payload.Payloads;
import dev.roamlab.ocpp.rpc.Mutations;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.time.Clock;
import java.util.Collection;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadPropertiesTest {
    private static final int ROUNDS = 300;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Collection<Action<?, ?, ?, ?>> actions() {
        return Actions.all();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_valid_payload_survives_the_wire(Action<?, ?, ?, ?> action) throws Exception {
        var payloads = new RandomPayloads(new Random(1));
        for (int i = 0; i < ROUNDS; i++) {
            survives(payloads, action.req());
            survives(payloads, action.conf());
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_valid_request_is_understood_and_a_broken_one_is_only_refused(Action<?, ?, ?, ?> action) {
        Random random = new Random(2);
        var payloads = new RandomPayloads(random);
        Translation station = translation(End.STATION);
        Translation csms = translation(End.CSMS);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode good = Payloads.write(action.name(), payloads.next(action.req()));
            Translation asked = action.from() == Action.From.CSMS ? station : csms;
            assertThat(asked.incoming(action.name(), good).request()).isNotNull();
            for (int j = 0; j < 10; j++) {
                ask(asked, action.name(), Mutations.of(good.toString(), random));
            }
        }
    }

    private static void ask(Translation asked, String action, String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode payload) {
                asked.incoming(action, payload);
            }
        } catch (JsonProcessingException | NumberFormatException noJson) {
            return; // found out before a payload is looked at
        } catch (OcppCallException refused) {
            assertThat(refused.description()).startsWith(action + ".");
        }
    }

    private static <T extends Record> void survives(RandomPayloads payloads, Class<T> type) throws Exception {
        T payload = payloads.next(type);
        JsonNode wire = JSON.readTree(Payloads.write("payload", payload).toString());

        assertThat(Payloads.read("payload", wire, type)).isEqualTo(payload);
    }

    private static Translation translation(End us) {
        return new DialectV16()
                .translation(us, new TranslationContext(Clock.systemUTC(), Topology.ONE_CONNECTOR_EACH, () -> 1));
    }
}
