package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.Locale;

/** Strings that a server is given: case, characters and lengths. Spec: types_cistring_type, types_string_type. */
@Checks(module = CatalogueModule.TYPES)
final class StringsCheck {
    @Proves("TYP-007")
    void ids_in_different_case_denote_the_same_object(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            String id = probe.runId() + "-LabCase1-" + Long.toString(System.nanoTime(), 36);
            Party us = probe.us();
            ObjectNode object = sample.fresh().put(sample.idField(), id);
            object.put(
                    "last_updated", Instant.now().minusSeconds(300).toString().substring(0, 19) + "Z");
            sample.require(object);
            WireExchange found = sample.get(
                    swapped(us.countryCode()), swapped(us.partyId()), id.toUpperCase(Locale.ROOT), JsonNode::isObject);
            boolean same = found.accepted()
                    && Sample.text(found.data(), sample.idField()).equalsIgnoreCase(id);
            probe.claim("TYP-007").on(found).holds(same, "HTTP 200 and the object " + id, found.outcome());
            ObjectNode upper = object.deepCopy().put(sample.idField(), id.toUpperCase(Locale.ROOT));
            upper.put("last_updated", Instant.now().minusSeconds(60).toString().substring(0, 19) + "Z");
            upper.put(sample.requiredText(), "Another value");
            WireExchange put = sample.put(upper);
            if (probe.claim("TYP-007").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                probe.claim("TYP-007").on(put).holdsOrWarns(put.status() != 201, "an update, HTTP 200", put.outcome());
                WireExchange renewed = sample.get(object, data -> isNew(data, sample));
                probe.claim("TYP-007")
                        .on(renewed)
                        .at("/data/" + sample.requiredText())
                        .holds(
                                isNew(renewed.data(), sample),
                                "Another value under " + id,
                                renewed.outcome() + " " + renewed.data().path(sample.requiredText()));
            }
        }
    }

    private static boolean isNew(JsonNode data, Sample sample) {
        return Sample.text(data, sample.requiredText()).equals("Another value");
    }

    private static String swapped(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return text.equals(upper) ? text.toLowerCase(Locale.ROOT) : upper;
    }

    @Proves("TYP-009")
    void invalid_cistrings_are_answered_2001(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            String odd = "T\u00c4B";
            WireExchange party =
                    sample.put(sample.fresh().put("party_id", odd), probe.us().countryCode(), odd);
            invalid(probe, "TYP-009", party, "party_id " + odd);
            String field = sample.isToken() ? "contract_id" : "id";
            ObjectNode tab = sample.fresh();
            tab.put(field, Sample.text(tab, field).substring(0, 8) + "\tX");
            invalid(probe, "TYP-009", sample.put(tab), field + " with a TAB");
        }
    }

    private static void invalid(Probe probe, String requirement, WireExchange answer, String what) {
        boolean refused = answer.ocpiStatus().filter(code -> code == 2001).isPresent();
        probe.claim(requirement).on(answer).holds(refused, "status_code 2001 for " + what, answer.outcome());
    }

    @Proves("TYP-011")
    void values_of_the_maximum_length_are_stored_completely(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            ObjectNode object = sample.fresh();
            sample.lengths().forEach((field, length) -> object.put(field, filled(Sample.text(object, field), length)));
            WireExchange put = sample.put(object);
            boolean success = put.ocpiStatus().filter(code -> code == 1000).isPresent();
            if (!probe.claim("TYP-011")
                    .on(put)
                    .holds(success, "status_code 1000 with " + sample.lengths(), put.outcome())) {
                return;
            }
            WireExchange get = sample.get(
                    object, data -> sample.lengths().keySet().stream().allMatch(field -> same(object, data, field)));
            for (String field : sample.lengths().keySet()) {
                JsonNode value = get.data().path(field);
                String expected = sample.lengths().get(field) + " characters";
                if (Sample.absent(value) && get.accepted()) {
                    probe.claim("TYP-011").on(get).at("/data").warns(field + " with " + expected, "no " + field);
                } else {
                    probe.claim("TYP-011")
                            .on(get)
                            .at("/data/" + field)
                            .holds(same(object, get.data(), field), expected, get.outcome() + " " + value);
                }
            }
        }
    }

    private static String filled(String start, int length) {
        String head = start.length() > length ? start.substring(0, length) : start;
        return head + "ABCDEFGHIJ".repeat(26).substring(0, length - head.length());
    }

    private static boolean same(JsonNode expected, JsonNode actual, String field) {
        return field.endsWith("id")
                ? Sample.text(expected, field).equalsIgnoreCase(Sample.text(actual, field))
                : Sample.text(expected, field).equals(Sample.text(actual, field));
    }

    @Proves("TYP-012")
    void values_above_the_maximum_length_are_not_cut_off(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            String field = sample.requiredText();
            ObjectNode object = sample.fresh();
            object.put(field, filled("", (sample.isToken() ? 64 : 45) + 1));
            WireExchange put = sample.put(object);
            if (!put.accepted()) {
                invalid(probe, "TYP-012", put, field + " of one character too many");
                return;
            }
            WireExchange get = sample.get(object, data -> same(object, data, field));
            if (!get.accepted()) {
                return;
            }
            if (same(object, get.data(), field)) {
                probe.claim("TYP-012").on(put).at("/" + field).warns("status_code 2001", put.outcome());
            } else {
                probe.claim("TYP-012")
                        .on(get)
                        .at("/data/" + field)
                        .deviates(
                                "status_code 2001, or the value as it was",
                                get.data().path(field));
            }
        }
    }

    @Proves("TYP-035")
    void an_enum_value_in_another_case_is_not_that_value(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            String value = sample.isToken() ? "never" : "socket";
            WireExchange put = sample.put(sample.withEnum(value));
            probe.claim("TYP-035").on(put).holdsOrWarns(put.refused(), "status_code 2001 for " + value, put.outcome());
        }
    }

    @Proves("TYP-036")
    void credentials_tokens_are_case_sensitive(Probe probe) {
        String token = probe.platform().tokenC().orElseThrow(() -> probe.skip("not registered: there is no TOKEN_C"));
        String other = inverted(token);
        if (other.equals(token)) {
            probe.claim("TYP-036").notes("TOKEN_C has no letters");
        } else {
            WireExchange answer = probe.get(probe.published().versionsUrl())
                    .token(other)
                    .once()
                    .send();
            probe.claim("TYP-036")
                    .on(answer)
                    .at("Authorization")
                    .holds(answer.status() == 401, "HTTP 401 for TOKEN_C in another case", answer.outcome());
        }
    }

    private static String inverted(String text) {
        StringBuilder inverted = new StringBuilder();
        for (char c : text.toCharArray()) {
            inverted.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return inverted.toString();
    }

    @Proves({"TYP-036", "TYP-038"})
    void text_comes_back_character_by_character(Probe probe) {
        try (Sample sample = Sample.of(probe)) {
            stored(probe, sample, "TYP-036", "miXed CaSe Tester");
            stored(probe, sample, "TYP-038", "Stra\u00dfe \u0141\u00f3d\u017a \u6771\u4eac \u26a1");
        }
    }

    private static void stored(Probe probe, Sample sample, String requirement, String text) {
        ObjectNode object = sample.fresh().put(sample.requiredText(), text);
        WireExchange put = sample.put(object);
        boolean success = put.ocpiStatus().filter(code -> code == 1000).isPresent();
        if (probe.claim(requirement).on(put).holds(success, "status_code 1000 for " + text, put.outcome())) {
            WireExchange get = sample.get(object, data -> same(object, data, sample.requiredText()));
            probe.claim(requirement)
                    .on(get)
                    .at("/data/" + sample.requiredText())
                    .holds(
                            same(object, get.data(), sample.requiredText()),
                            text,
                            get.outcome() + " " + get.data().path(sample.requiredText()));
        }
    }
}
