package dev.roamlab.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import dev.roamlab.station.physics.Cars;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our charger and a central system on ocpp-rpc, which checks every payload against the schemas of the version. */
class ChargerAgainstOcppRpcTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final IdToken ANNA = IdToken.of("04A1B2C3D4E5F6");
    private static final double SPEED = 30;

    static Stream<Arguments> versions() {
        return Stream.of(Arguments.of(Goldens.V1_6, new DialectV16()), Arguments.of(Goldens.V2_0_1, new DialectV201()));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void from_boot_to_unplug_every_payload_keeps_its_schema(Goldens goldens, Dialect dialect) throws Exception {
        boolean old = goldens == Goldens.V1_6;
        try (Script csms = Script.start("csms.cjs", goldens.protocol());
                OurCharger charger = new OurCharger(url(csms), dialect, "post-22-twin", SPEED)) {
            assertThat(csms.event("connected").path("protocol").asText()).isEqualTo(goldens.protocol());
            csms.heard("BootNotification");
            csms.heard("StatusNotification");

            charger.station.plugIn(1, Cars.named("finch-52").at(30)).await(5, TimeUnit.SECONDS);
            charger.station.present(1, ANNA).await(5, TimeUnit.SECONDS);
            csms.heard(old ? "StartTransaction" : "TransactionEvent");
            csms.heard(old ? "MeterValues" : "TransactionEvent");
            charger.station.pauseCar(1).await(5, TimeUnit.SECONDS);
            charger.station.resumeCar(1).await(5, TimeUnit.SECONDS);
            charger.station.present(1, ANNA).await(5, TimeUnit.SECONDS);
            ended(csms, old);
            charger.station.unplug(1).await(5, TimeUnit.SECONDS);
            csms.heard("StatusNotification");

            assertThat(csms.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_transaction_is_started_and_stopped_from_afar(Goldens goldens, Dialect dialect) throws Exception {
        boolean old = goldens == Goldens.V1_6;
        try (Script csms = Script.start("csms.cjs", goldens.protocol());
                OurCharger charger = new OurCharger(url(csms), dialect, "post-22-twin", SPEED)) {
            csms.heard("StatusNotification");
            charger.station.plugIn(1, Cars.named("finch-52").at(30)).await(5, TimeUnit.SECONDS);

            JsonNode started = old
                    ? csms.ask("RemoteStartTransaction", json("{'connectorId':1,'idTag':'CARD'}"))
                    : csms.ask(
                            "RequestStartTransaction",
                            json("{'evseId':1,'remoteStartId':7,'idToken':{'idToken':'CARD','type':'Central'}}"));
            assertThat(started.at("/result/status").asText()).as("%s", started).isEqualTo("Accepted");
            JsonNode start = csms.heard(old ? "StartTransaction" : "TransactionEvent");
            csms.heard(old ? "MeterValues" : "TransactionEvent");
            JsonNode stopped = old
                    ? csms.ask("RemoteStopTransaction", json("{'transactionId':1}"))
                    : csms.ask(
                            "RequestStopTransaction",
                            JSON.createObjectNode()
                                    .put(
                                            "transactionId",
                                            start.at("/transactionInfo/transactionId")
                                                    .asText()));

            assertThat(stopped.at("/result/status").asText()).as("%s", stopped).isEqualTo("Accepted");
            ended(csms, old);
            assertThat(csms.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatever_a_csms_asks_is_answered_by_the_schema(Goldens goldens, Dialect dialect) throws Exception {
        List<String> failed = new ArrayList<>();
        try (Script csms = Script.start("csms.cjs", goldens.protocol());
                OurCharger charger = new OurCharger(url(csms), dialect, "dc-300", SPEED)) {
            csms.heard("StatusNotification");
            charger.station.plugIn(1, Cars.named("tundra-95").at(20)).await(5, TimeUnit.SECONDS);
            charger.station.present(1, ANNA).await(5, TimeUnit.SECONDS);
            csms.heard(goldens == Goldens.V1_6 ? "MeterValues" : "TransactionEvent");

            for (String action : goldens.fromCsms()) {
                JsonNode outcome = csms.ask(action, goldens.request(action));
                boolean refusedInSoManyWords = outcome.path("error").asText().equals("NotSupported");
                if (!outcome.has("result") && !refusedInSoManyWords) {
                    failed.add(action + ": " + outcome.path("error").asText() + " "
                            + outcome.path("message").asText());
                }
            }

            assertThat(csms.violations()).isEmpty();
            assertThat(failed).isEmpty();
        }
    }

    private static void ended(Script csms, boolean old) throws InterruptedException {
        if (old) {
            csms.heard("StopTransaction");
            return;
        }
        while (!csms.heard("TransactionEvent").path("eventType").asText().equals("Ended")) {
            continue; // those before it
        }
    }

    private static String url(Script csms) throws InterruptedException {
        return "ws://127.0.0.1:" + csms.event("listening").path("port").asInt() + "/ocpp";
    }

    private static JsonNode json(String singleQuoted) throws Exception {
        return JSON.readTree(singleQuoted.replace('\'', '"'));
    }
}
