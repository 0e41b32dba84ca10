package dev.roamlab.conformance.checks.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Time in lists. Spec: transport_and_format_pull_and_push, transport_and_format_paginated_request. */
@Checks(module = CatalogueModule.INTEROP)
final class ListedMomentsCheck {
    private static final List<String> LISTS = List.of("locations", "sessions", "cdrs", "tariffs", "tokens");

    @Proves("INT-005")
    void a_date_from_with_zero_offset_is_understood(Probe probe) {
        for (String module : offered(probe)) {
            WireExchange usual = from(probe, module, "2001-01-01T00:00:00Z");
            if (!usual.accepted()) {
                continue;
            }
            WireExchange odd = from(probe, module, "2001-01-01T00:00:00+00:00");
            if (odd.accepted() && !total(odd).equals(total(usual))) {
                usual = from(probe, module, "2001-01-01T00:00:00Z");
                odd = from(probe, module, "2001-01-01T00:00:00+00:00");
            }
            probe.claim("INT-005")
                    .on(odd)
                    .holds(
                            odd.accepted() && total(odd).equals(total(usual)),
                            "as with Z: " + usual.outcome() + ", X-Total-Count "
                                    + total(usual).orElse("none"),
                            odd.outcome() + ", X-Total-Count " + total(odd).orElse("none"));
        }
    }

    private static WireExchange from(Probe probe, String module, String text) {
        return probe.get(probe.endpoint(module, Side.SENDER))
                .query("date_from", text)
                .query("limit", "1")
                .send();
    }

    private static Optional<String> total(WireExchange page) {
        return page.responseHeaders().first("X-Total-Count");
    }

    private static List<String> offered(Probe probe) {
        return LISTS.stream()
                .filter(module -> probe.offers(module, Side.SENDER))
                .toList();
    }

    @Proves("INT-009")
    void last_updated_stays_when_nothing_changed(Probe probe) {
        for (String module : offered(probe)) {
            Optional<String> moved = moved(probe, module).flatMap(once -> moved(probe, module));
            probe.claim("INT-009").holds(moved.isEmpty(), "the same last_updated in the next answer", moved.orElse(""));
        }
    }

    /** An object that two answers in a row show alike but for its last_updated. */
    private static Optional<String> moved(Probe probe, String module) {
        Map<String, JsonNode> before = byId(probe.list(module).send());
        Map<String, JsonNode> after = byId(probe.list(module).send());
        return after.entrySet().stream()
                .filter(entry -> before.containsKey(entry.getKey()))
                .filter(entry -> onlyTimeDiffers(before.get(entry.getKey()), entry.getValue()))
                .map(entry -> module + " " + entry.getKey() + ": "
                        + before.get(entry.getKey()).path("last_updated").asText() + ", then "
                        + entry.getValue().path("last_updated").asText())
                .findFirst();
    }

    private static boolean onlyTimeDiffers(JsonNode before, JsonNode after) {
        return !moment(before).equals(moment(after)) && timeless(before).equals(timeless(after));
    }

    private static JsonNode timeless(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("last_updated");
        return copy;
    }

    private static Map<String, JsonNode> byId(WireExchange page) {
        Map<String, JsonNode> byId = new HashMap<>();
        page.data().forEach(object -> byId.put(key(object), object));
        byId.values().removeIf(object -> !object.isObject());
        return byId;
    }

    private static String key(JsonNode object) {
        return String.join(
                        "/",
                        object.path("country_code").asText(),
                        object.path("party_id").asText(),
                        object.path("id").asText(object.path("uid").asText()),
                        object.has("id") ? "" : object.path("type").asText())
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> moment(JsonNode object) {
        String text = object.path("last_updated").asText();
        try {
            return Optional.of(Instant.parse(text.endsWith("Z") ? text : text + "Z"));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    @Proves(value = "INT-010", stage = Stage.FINAL)
    void last_updated_does_not_go_back(Probe probe) {
        Map<String, SeenObject> latest = new HashMap<>();
        for (SeenObject object : probe.seen().all()) {
            boolean listed = !object.exchange().fromSut()
                    && object.isOwn()
                    && object.json().has("last_updated");
            if (!listed || moment(object.json()).isEmpty()) {
                continue;
            }
            SeenObject earlier = latest.get(object.type() + key(object.json()));
            if (earlier != null && isAfter(object.exchange(), earlier.exchange())) {
                probe.claim("INT-010")
                        .on(object)
                        .holds(
                                !moment(object.json())
                                        .orElseThrow()
                                        .isBefore(moment(earlier.json()).orElseThrow()),
                                "no earlier than " + earlier.text("last_updated"),
                                object.type() + " " + key(object.json()) + " " + object.text("last_updated"));
            }
            latest.put(object.type() + key(object.json()), object);
        }
    }

    /** Answers may overtake each other: only what was asked for when the other was there is later. */
    private static boolean isAfter(WireExchange later, WireExchange earlier) {
        return !later.at().isBefore(earlier.at().plus(earlier.took()));
    }
}
