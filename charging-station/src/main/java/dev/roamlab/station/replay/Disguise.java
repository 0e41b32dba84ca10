package dev.roamlab.station.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpp.payload.DateTimes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Makes what was recorded fit for today: moments are shifted, and transactions have the numbers that this CSMS gave them. */
final class Disguise {
    private static final String TRANSACTION = "transactionId";

    private final Duration shift;
    private final Map<JsonNode, JsonNode> transactions = new HashMap<>();

    /** @param shift zero leaves moments as they are */
    Disguise(Duration shift) {
        this.shift = shift;
    }

    /** The answer to a start: what was recorded, and what it is now. */
    void learn(JsonNode recorded, JsonNode now) {
        if (recorded.path(TRANSACTION).isInt() && now.path(TRANSACTION).isInt()) {
            transactions.put(recorded.get(TRANSACTION), now.get(TRANSACTION));
        }
    }

    JsonNode on(JsonNode payload) {
        JsonNode copy = payload.deepCopy();
        change(copy);
        return copy;
    }

    private void change(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.replace(name, changed(name, object.get(name))));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, changed("", array.get(i)));
            }
        }
    }

    private JsonNode changed(String name, JsonNode value) {
        if (name.equals(TRANSACTION)) {
            return transactions.getOrDefault(value, value);
        } else if (!shift.isZero() && Comparison.isMoment(value)) {
            return TextNode.valueOf(
                    DateTimes.write(DateTimes.read(value.textValue()).plus(shift)));
        }
        change(value);
        return value;
    }
}
