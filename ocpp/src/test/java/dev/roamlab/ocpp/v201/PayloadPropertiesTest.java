package dev.roamlab.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.rpc.Mutations;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.time.Clock;
import java.util.Collection;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadPropertiesTest {
    private static final int ROUNDS = 60;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Collection<Action<?, ?>> actions() {
        return DialectV201.actions();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void what_was_read_survives_the_wire(Action<?, ?> action) throws Exception {
        var forms = new RandomForms(FormsV201.BINDING, new Random(1));
        for (int i = 0; i < ROUNDS; i++) {
            survives(forms.next(action.request()), action.request());
            survives(forms.next(action.response()), action.response());
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_valid_request_is_understood_and_a_broken_one_is_only_refused(Action<?, ?> action) {
        Random random = new Random(2);
        var forms = new RandomForms(FormsV201.BINDING, random);
        Translation asked = new DialectV201()
                .translation(
                        action.fromCsms() ? End.STATION : End.CSMS,
                        new TranslationContext(Clock.systemUTC(), Topology.ONE_CONNECTOR_EACH, () -> 1));
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode good = forms.next(action.request());
            assertThat(asked.incoming(action.name(), good).request()).isNotNull();
            for (int j = 0; j < 5; j++) {
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
            assertThat(refused.description()).startsWith(action);
        }
    }

    private static void survives(ObjectNode wire, Class<? extends Record> type) throws Exception {
        Record read = FormsV201.BINDING.read("payload", wire, type);
        String written = FormsV201.BINDING.write("payload", read).toString();

        assertThat(FormsV201.BINDING.read("payload", JSON.readTree(written), type))
                .as(written)
                .isEqualTo(read);
    }
}
