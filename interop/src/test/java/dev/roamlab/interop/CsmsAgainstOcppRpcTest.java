package dev.roamlab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our central system and a charger on ocpp-rpc, which checks every payload against the schemas of the version. */
class CsmsAgainstOcppRpcTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> versions() {
        return Stream.of(Arguments.of(Goldens.V1_6, new DialectV16()), Arguments.of(Goldens.V2_0_1, new DialectV201()));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatever_we_ask_keeps_its_schema_and_the_answer_is_understood(Goldens goldens, Dialect dialect)
            throws Exception {
        Translation station = dialect.translation(
                End.STATION, new TranslationContext(Clock.systemUTC(), Topology.ONE_CONNECTOR_EACH, () -> 1));
        try (OurCsms csms = new OurCsms(dialect);
                Script charger = Script.start("charger.cjs", goldens.protocol(), csms.url(), OurCpo.STATION)) {
            charger.event("connected");

            for (String action : goldens.fromCsms()) {
                charger.answer(action, goldens.answer(action));
                CsmsCall<?> call = (CsmsCall<?>) station.incoming(action, (ObjectNode) goldens.request(action))
                        .request();
                assertThat(csms.ask(OurCpo.STATION, call)).as(action).isNotNull();
            }

            charger.heard("Reset"); // the last one
            assertThat(charger.violations()).isEmpty();
            assertThat(charger.heard()).hasSameSizeAs(goldens.fromCsms());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatever_a_charger_tells_is_answered_by_the_schema(Goldens goldens, Dialect dialect) throws Exception {
        List<String> failed = new ArrayList<>();
        try (OurCpo cpo = new OurCpo();
                Script charger = Script.start("charger.cjs", goldens.protocol(), cpo.csmsUrl(), OurCpo.STATION)) {
            charger.event("connected");
            charger.ask("BootNotification", goldens.request("BootNotification"));

            for (String action : goldens.fromStation().stream().sorted().toList()) {
                JsonNode outcome = charger.ask(action, goldens.request(action));
                boolean refusedInSoManyWords = outcome.path("error").asText().equals("NotSupported");
                if (!outcome.has("result") && !refusedInSoManyWords) {
                    failed.add(action + ": " + outcome);
                }
            }

            assertThat(charger.violations()).isEmpty();
            assertThat(failed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_charge_from_boot_to_the_end(Goldens goldens, Dialect dialect) throws Exception {
        boolean old = goldens == Goldens.V1_6;
        try (OurCpo cpo = new OurCpo();
                Script charger = Script.start("charger.cjs", goldens.protocol(), cpo.csmsUrl(), OurCpo.STATION)) {
            charger.event("connected");
            JsonNode booted = charger.ask("BootNotification", goldens.request("BootNotification"));
            assertThat(booted.at("/result/status").asText()).isEqualTo("Accepted");
            assertThat(charger.ask("Heartbeat", JSON.createObjectNode()).has("result"))
                    .isTrue();

            List<JsonNode> outcomes = old ? oldCharge(charger) : newCharge(charger);

            assertThat(outcomes).allMatch(outcome -> outcome.has("result"));
            assertThat(charger.violations()).isEmpty();
        }
    }

    private static List<JsonNode> oldCharge(Script charger) throws Exception {
        JsonNode started = charger.ask(
                "StartTransaction",
                json("{'connectorId':1,'idTag':'CARD','meterStart':100,'timestamp':'2026-03-01T12:00:00Z'}"));
        int id = started.at("/result/transactionId").asInt();
        return List.of(
                started,
                charger.ask("Authorize", json("{'idTag':'CARD'}")),
                charger.ask("StatusNotification", json("{'connectorId':1,'errorCode':'NoError','status':'Charging'}")),
                charger.ask(
                        "MeterValues",
                        json(
                                "{'connectorId':1,'transactionId':" + id
                                        + ",'meterValue':[{'timestamp':'2026-03-01T12:05:00Z','sampledValue':[{'value':'150'}]}]}")),
                charger.ask(
                        "StopTransaction",
                        json("{'transactionId':" + id + ",'meterStop':200,'timestamp':'2026-03-01T12:10:00Z'}")));
    }

    private static List<JsonNode> newCharge(Script charger) throws Exception {
        return List.of(
                charger.ask("Authorize", json("{'idToken':{'idToken':'CARD','type':'ISO14443'}}")),
                charger.ask(
                        "StatusNotification",
                        json("{'timestamp':'2026-03-01T12:00:00Z','connectorStatus':'Occupied','evseId':1,"
                                + "'connectorId':1}")),
                charger.ask(
                        "TransactionEvent", event("Started", "CablePluggedIn", 0, "'evse':{'id':1,'connectorId':1},")),
                charger.ask(
                        "TransactionEvent",
                        event("Updated", "Authorized", 1, "'idToken':{'idToken':'CARD','type':'ISO14443'},")),
                charger.ask("TransactionEvent", event("Updated", "ChargingStateChanged", 2, "")),
                charger.ask("TransactionEvent", event("Ended", "EVDeparted", 3, "")));
    }

    private static JsonNode event(String type, String trigger, int seqNo, String more) throws Exception {
        return json("{'eventType':'" + type + "','triggerReason':'" + trigger + "','seqNo':" + seqNo + "," + more
                + "'timestamp':'2026-03-01T12:0" + seqNo + ":00Z','transactionInfo':{'transactionId':'TX-1'}}");
    }

    private static JsonNode json(String singleQuoted) throws Exception {
        return JSON.readTree(singleQuoted.replace('\'', '"'));
    }
}
