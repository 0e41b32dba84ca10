package dev.roamlab.control.interceptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.control.interceptor.Rule.Change;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.control.shape.Shape;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.RuleReader;
import dev.roamlab.ocpp.intercept.Treatment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules between the API's form and the interceptor's, which reads them as it reads them from files. */
final class Rules {
    private Rules() {}

    /** @throws InvalidValue naming the field that the interceptor refuses */
    static InterceptRule read(String id, Rule rule) {
        ObjectNode json = Shape.write(rule);
        List.of("kind", "edit").stream()
                .filter(list -> json.path(list).isEmpty())
                .forEach(json::remove);
        json.put("id", id);
        try {
            return RuleReader.rule(json, "$");
        } catch (IllegalArgumentException refused) {
            throw wrong(String.valueOf(refused.getMessage()));
        }
    }

    /** The interceptor names fields as {@code $.edit[0].at}. */
    private static InvalidValue wrong(String message) {
        int colon = message.indexOf(": ");
        String path = colon < 0 ? "" : message.substring(0, colon);
        String pointer = path.replaceFirst("^\\$", "").replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
        return InvalidValue.of(pointer, colon < 0 ? message : message.substring(colon + 2));
    }

    static Rule view(InterceptRule rule) {
        Treatment treatment = rule.treatment();
        return new Rule(
                Optional.of(rule.station()),
                rule.way().map(Rules::spelled),
                rule.kinds().stream().map(Rules::spelled).toList(),
                Optional.of(rule.action()),
                Optional.of(rule.percent()),
                boxed(rule.times()),
                treatment instanceof Treatment.Hold ? Optional.of(true) : Optional.empty(),
                treatment instanceof Treatment.Delay delay ? Optional.of(delay(delay)) : Optional.empty(),
                treatment instanceof Treatment.Drop ? Optional.of(true) : Optional.empty(),
                treatment instanceof Treatment.Duplicate duplicate ? Optional.of(duplicate.copies()) : Optional.empty(),
                treatment instanceof Treatment.Edit edit ? changes(edit) : List.of(),
                treatment instanceof Treatment.Replace replace ? Optional.of(replace.text()) : Optional.empty());
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonNode delay(Treatment.Delay delay) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", delay.from().toMillis())
                .put("to", delay.to().toMillis());
    }

    private static List<Change> changes(Treatment.Edit edit) {
        return edit.changes().stream()
                .map(change -> new Change(
                        change.at(), change.to(), change.to().isPresent() ? Optional.empty() : Optional.of(true)))
                .toList();
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
