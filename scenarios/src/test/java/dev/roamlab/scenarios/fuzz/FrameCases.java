package dev.roamlab.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes frames of OCPP-J 1.6: each begins as one that a central system would take. */
final class FrameCases {
    private static final List<String> ID_TAGS =
            List.of("DRIVER1", "DRIVER2", "DRIVER3", "DRIVER4", "NOBODY", "04A1B2C3D4E5F6", "driver1");
    private static final List<String> ACTIONS = List.of(
            "Authorize",
            "BootNotification",
            "DataTransfer",
            "DiagnosticsStatusNotification",
            "FirmwareStatusNotification",
            "Heartbeat",
            "MeterValues",
            "StartTransaction",
            "StatusNotification",
            "StopTransaction");
    private static final List<String> ODD_ACTIONS = List.of(
            "",
            "authorize",
            "RemoteStartTransaction",
            "TransactionEvent",
            "x".repeat(500),
            "\u0000",
            "Reset",
            "__proto__",
            "GetConfiguration");
    private static final String METER = """
            [{"timestamp":"%1$s","sampledValue":[
              {"value":"%2$d","context":"Sample.Periodic","format":"Raw","measurand":"Energy.Active.Import.Register",
               "location":"Outlet","unit":"Wh"},
              {"value":"16.02","measurand":"Current.Import","phase":"L1-N","unit":"A"},
              {"value":"41","measurand":"SoC","location":"EV","unit":"Percent"},
              {"value":"7.4","measurand":"Power.Active.Import","unit":"kW"}]}]""";
    private static final Map<String, String> PAYLOADS = Map.of(
            "Authorize", "{\"idTag\":\"%3$s\"}",
            "BootNotification", """
                    {"chargePointVendor":"Siemens","chargePointModel":"VersiCharge","chargePointSerialNumber":"SN-1",
                     "firmwareVersion":"2.131","iccid":"8949000000000000001","imsi":"262010000000001",
                     "meterType":"EM340","meterSerialNumber":"M-77"}""",
            "DataTransfer", "{\"vendorId\":\"com.example\",\"messageId\":\"m\",\"data\":\"d\"}",
            "DiagnosticsStatusNotification", "{\"status\":\"Idle\"}",
            "FirmwareStatusNotification", "{\"status\":\"Installed\"}",
            "Heartbeat", "{}",
            "MeterValues", "{\"connectorId\":1,\"transactionId\":%4$d,\"meterValue\":" + METER + "}",
            "StartTransaction", """
                    {"connectorId":1,"idTag":"%3$s","meterStart":%2$d,"timestamp":"%1$s","reservationId":1}""",
            "StatusNotification", """
                    {"connectorId":1,"errorCode":"NoError","info":"i","status":"%5$s","timestamp":"%1$s",
                     "vendorId":"com.example","vendorErrorCode":"E-17"}""",
            "StopTransaction", """
                    {"idTag":"%3$s","meterStop":%2$d,"timestamp":"%1$s","transactionId":%4$d,"reason":"Local",
                     "transactionData":""" + METER + "}");
    private static final List<String> STATES = List.of(
            "Available",
            "Preparing",
            "Charging",
            "SuspendedEV",
            "SuspendedEVSE",
            "Finishing",
            "Reserved",
            "Unavailable",
            "Faulted");

    private final long seed;

    FrameCases(long seed) {
        this.seed = seed;
    }

    /**
     * What is sent, and why.
     *
     * @param text one octet per character; empty when {@code octets} says it all
     * @param octets a frame, or half of one, or none at all
     * @param breaksWebSocket whether the connection may have to end over it
     */
    record FrameCase(long seed, long number, String text, Buffer octets, boolean breaksWebSocket) {
        @Override
        public String toString() {
            String shown = text.isEmpty() ? octets.length() + " octets" : text;
            return "seed " + seed + ", frame " + number + ": " + shown.substring(0, Math.min(1500, shown.length()));
        }
    }

    Chance chance(long number) {
        return Chance.of(~seed, number);
    }

    /** @param transaction the last that the station was given */
    FrameCase make(long number, int transaction) {
        Chance chance = chance(number);
        if (chance.oneIn(300)) {
            return new FrameCase(seed, number, "", broken(chance), true);
        }
        return new FrameCase(seed, number, text(number, transaction, chance), Buffer.buffer(), false);
    }

    private String text(long number, int transaction, Chance chance) {
        String id = "c" + number;
        ArrayNode call = call(id, chance.pick(ACTIONS), transaction, number, chance);
        return switch (chance.below(12)) {
            case 0, 1, 2 -> Nasty.octets(call.toString());
            case 3 -> Mutations.scramble(Nasty.octets(call.toString()), chance);
            case 4 -> stray(id, chance);
            case 5 -> Mutations.of(call, chance);
            case 6 ->
                Nasty.octets(call.<ArrayNode>deepCopy()
                        .set(2, chance.pick(ODD_ACTIONS))
                        .toString());
            default -> frame(call, chance);
        };
    }

    private static ArrayNode call(String id, String action, int transaction, long number, Chance chance) {
        String payload = PAYLOADS.getOrDefault(action, "{}")
                .formatted(Instant.now(), 1000 + number, chance.pick(ID_TAGS), transaction, chance.pick(STATES));
        try {
            return Json.MAPPER.createArrayNode().add(2).add(id).add(action).add(Json.parse(payload));
        } catch (MalformedJson malformed) {
            throw new IllegalStateException(payload, malformed);
        }
    }

    /** The payload is broken, the frame around it is not. */
    private static String frame(ArrayNode call, Chance chance) {
        JsonNode payload = call.get(3);
        return "[2,\"" + call.get(1).asText() + "\",\"" + call.get(2).asText() + "\"," + Mutations.of(payload, chance)
                + "]";
    }

    /** An answer that nobody asked for. */
    private static String stray(String id, Chance chance) {
        ObjectNode payload = Json.object().put("status", "Accepted");
        return chance.pick(List.of(
                "[3,\"" + id + "\"," + payload + "]",
                "[4,\"" + id + "\",\"InternalError\",\"\",{}]",
                "[3]",
                "[]",
                "[4,\"" + id + "\"]",
                "[5,\"" + id + "\",{}]",
                "[3,null," + payload + "]",
                "[3,\"" + id + "\",null]",
                "[1,2,3,4]",
                "{}",
                "",
                "2",
                "[\"2\",\"" + id + "\",\"Heartbeat\",{}]",
                "[2,2,\"Heartbeat\",{}]",
                "[2,\"" + "i".repeat(500) + "\",\"Heartbeat\",{}]",
                "[2,\"\",\"Heartbeat\",{}]",
                "[2.0,\"" + id + "\",\"Heartbeat\",{}]",
                chance.pick(Nasty.JSON)));
    }

    // --- below the message ---

    private static Buffer broken(Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> head(0x82, 4).appendBytes(new byte[] {1, 2, 3, 4});
            case 1 -> head(0xF1, 2).appendString("{}"); // reserved bits
            case 2 -> Buffer.buffer(new byte[] {(byte) 0x81, 2, '{', '}'}); // no mask
            case 3 -> head(0x80, 2).appendString("{}"); // goes on with nothing
            case 4 -> head(0x8B, 2).appendString("{}"); // no such opcode
            case 5 -> head(0x88, 1).appendByte((byte) 3); // half a close code
            case 6 ->
                Buffer.buffer()
                        .appendByte((byte) 0x81)
                        .appendByte((byte) 0xFF)
                        .appendLong(70_000)
                        .appendInt(0)
                        .appendBytes(new byte[70_000]); // beyond the limit
            default ->
                Buffer.buffer()
                        .appendByte((byte) 0x81)
                        .appendByte((byte) 0xFF)
                        .appendLong(Long.MAX_VALUE)
                        .appendInt(0); // far beyond
        };
    }

    private static Buffer head(int head, int length) {
        return Buffer.buffer()
                .appendByte((byte) head)
                .appendByte((byte) (0x80 | length))
                .appendInt(0);
    }

    /** What a station says to something that it is asked: mostly what it should. */
    String answer(String id, String action, long number) {
        Chance chance = chance(number);
        ArrayNode answer = Json.MAPPER.createArrayNode().add(3).add(id);
        answer.addObject()
                .put(
                        "status",
                        action.equals("UnlockConnector") ? "Unlocked" : chance.oneIn(6) ? "Rejected" : "Accepted");
        return switch (chance.below(8)) {
            case 0 -> Mutations.of(answer, chance);
            case 1 -> "[4,\"" + id + "\",\"NotSupported\",\"no\",{}]";
            case 2 -> Mutations.scramble(answer.toString(), chance);
            default -> Nasty.octets(answer.toString());
        };
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
