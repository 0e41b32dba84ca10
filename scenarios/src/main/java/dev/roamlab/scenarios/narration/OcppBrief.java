package dev.roamlab.scenarios.narration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An OCPP exchange in a few words. */
final class OcppBrief {
    private static final int CALL_PAYLOAD = 3;
    private static final int RESULT_PAYLOAD = 2;

    private OcppBrief() {}

    /** What the call says. */
    static String asked(Exchange exchange) {
        JsonNode call = payload(exchange.request().body(), CALL_PAYLOAD);
        return switch (exchange.operation()) {
            case "BootNotification" ->
                words(
                        field(call, "chargePointVendor", ""),
                        field(call, "chargePointModel", ""),
                        field(call, "chargePointSerialNumber", "serial "),
                        field(call, "firmwareVersion", "firmware "));
            case "StatusNotification" ->
                words(field(call, "connectorId", "connector "), field(call, "status", ""), fault(call));
            case "Authorize" -> words(field(call, "idTag", "card "));
            case "StartTransaction" ->
                words(
                        field(call, "connectorId", "connector "),
                        field(call, "idTag", "card "),
                        field(call, "meterStart", "meter ", " Wh"));
            case "StopTransaction" ->
                words(
                        field(call, "transactionId", "transaction "),
                        field(call, "meterStop", "meter ", " Wh"),
                        field(call, "reason", "reason "));
            case "MeterValues" -> meter(call);
            case "RemoteStartTransaction" ->
                words(field(call, "connectorId", "connector "), field(call, "idTag", "card "));
            case "ReserveNow" ->
                words(
                        field(call, "reservationId", "reservation "),
                        field(call, "connectorId", "connector "),
                        field(call, "idTag", "card "));
            default ->
                words(
                        field(call, "transactionId", "transaction "),
                        field(call, "reservationId", "reservation "),
                        field(call, "connectorId", "connector "),
                        field(call, "type", ""),
                        field(call, "requestedMessage", ""));
        };
    }

    /** What the answer says. */
    static String answered(Exchange exchange) {
        if (exchange.response().isEmpty()) {
            return exchange.failure().orElse("no answer");
        }
        JsonNode frame = Wire.json(exchange.response().get().body());
        if (frame.path(0).asInt() == 4) {
            return "error " + frame.path(2).asText() + " " + frame.path(3).asText();
        }
        JsonNode result = payload(exchange.response().get().body(), RESULT_PAYLOAD);
        return words(
                field(result, "status", ""),
                field(result.path("idTagInfo"), "status", ""),
                field(result, "transactionId", "transaction "),
                field(result, "interval", "heartbeat every ", " s"));
    }

    /** The payload of a frame, or the text itself where only the payload was recorded. */
    private static JsonNode payload(String body, int position) {
        JsonNode frame = Wire.json(body);
        return frame.isArray() ? frame.path(position) : frame;
    }

    private static String fault(JsonNode call) {
        String code = call.path("errorCode").asText("");
        return code.isEmpty() || code.equals("NoError") ? "" : code;
    }

    private static String meter(JsonNode call) {
        List<String> facts = new ArrayList<>();
        facts.add(field(call, "transactionId", "transaction "));
        JsonNode values = call.path("meterValue");
        for (JsonNode sample : values.path(values.size() - 1).path("sampledValue")) {
            String measurand = sample.path("measurand").asText("Energy.Active.Import.Register");
            if (!sample.has("phase")) {
                facts.add(sampled(measurand, sample));
            }
        }
        return words(facts.toArray(String[]::new));
    }

    private static String sampled(String measurand, JsonNode sample) {
        String value = sample.path("value").asText();
        String unit = sample.path("unit").asText("Wh");
        return switch (measurand) {
            case "Energy.Active.Import.Register" -> "meter " + value + " " + unit;
            case "Power.Active.Import" -> unit.equals("W") ? kilowatts(value) : value + " " + unit;
            case "SoC" -> "battery " + value + " %";
            default -> "";
        };
    }

    private static String kilowatts(String watts) {
        try {
            return new BigDecimal(watts).movePointLeft(3).setScale(1, java.math.RoundingMode.HALF_UP) + " kW";
        } catch (NumberFormatException odd) {
            return watts + " W";
        }
    }

    private static String field(JsonNode object, String name, String lead) {
        return field(object, name, lead, "");
    }

    private static String field(JsonNode object, String name, String lead, String tail) {
        return object.has(name) ? lead + object.path(name).asText() + tail : "";
    }

    private static String words(String... facts) {
        return String.join(
                ", ", List.of(facts).stream().filter(fact -> !fact.isEmpty()).toList());
    }
}
