package dev.roamlab.station.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpp.payload.DateTimes;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where two payloads differ, apart from what differs every time: moments, and numbers that a CSMS makes up. */
final class Comparison {
    private static final Set<String> MADE_UP =
            Set.of("transactionId", "reservationId", "requestId", "remoteStartId", "id", "listVersion");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    private final List<Found> found = new ArrayList<>();

    /** A place, and the two values. */
    record Found(String path, String recorded, String now) {}

    private Comparison() {}

    static List<Found> of(JsonNode recorded, JsonNode now) {
        Comparison comparison = new Comparison();
        comparison.compare("", recorded, now);
        return comparison.found;
    }

    /** Whether a text is a moment, in a form that OCPP has. */
    static boolean isMoment(JsonNode value) {
        if (!value.isTextual() || !MOMENT.matcher(value.textValue()).matches()) {
            return false;
        }
        try {
            DateTimes.read(value.textValue());
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private void compare(String path, JsonNode recorded, JsonNode now) {
        if (recorded.isObject() && now.isObject()) {
            Set<String> names = new TreeSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!MADE_UP.contains(name)
                        || recorded.path(name).isMissingNode() != now.path(name).isMissingNode()) {
                    compare(path.isEmpty() ? name : path + "." + name, recorded.path(name), now.path(name));
                }
            }
        } else if (recorded.isArray() && now.isArray() && recorded.size() == now.size()) {
            Iterator<JsonNode> others = now.elements();
            int index = 0;
            for (JsonNode element : recorded) {
                compare(path + "[" + index++ + "]", element, others.next());
            }
        } else if (!recorded.equals(now) && !equalNumbers(recorded, now) && !(isMoment(recorded) && isMoment(now))) {
            found.add(new Found(path.isEmpty() ? "payload" : path, shown(recorded), shown(now)));
        }
    }

    private static boolean equalNumbers(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0;
    }

    static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.isTextual() ? value.textValue() : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
