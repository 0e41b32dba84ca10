package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Charging preferences for an ACTIVE Session at an EVSE that takes them. Spec: mod_sessions_set_charging_preferences. */
final class Preferences {
    private static final Set<String> ANSWERS = Set.of(
            "ACCEPTED", "DEPARTURE_REQUIRED", "ENERGY_NEED_REQUIRED", "NOT_POSSIBLE", "PROFILE_TYPE_NOT_SUPPORTED");

    private final Probe probe;
    private final String session;
    private final Optional<List<String>> tariffTypes;

    Preferences(Probe probe, String session, Optional<List<String>> tariffTypes) {
        this.probe = probe;
        this.session = session;
        this.tariffTypes = tariffTypes;
    }

    static ObjectNode of(String profile) {
        return JsonNodeFactory.instance.objectNode().put("profile_type", profile);
    }

    static WireExchange put(Probe probe, String session, JsonNode body) {
        return probe.put(probe.endpoint("sessions", Side.SENDER), body)
                .path(session, "charging_preferences")
                .send();
    }

    private WireExchange put(JsonNode body) {
        return put(probe, session, body);
    }

    void judge() {
        WireExchange answer = put(of("REGULAR"));
        probe.claim("SES-011").on(answer).holds(isAnswered(answer), "a ChargingPreferencesResponse", answer.outcome());
        answered(answer);
        spelledDifferently(answer);
        WireExchange bare = probe.put(probe.endpoint("sessions", Side.SENDER), of("REGULAR"))
                .path(session)
                .send();
        probe.claim("SES-031").on(bare).holds(!bare.accepted(), "a refusal such as HTTP 404", bare.outcome());
        for (String profile : List.of("REGULAR", "CHEAP", "FAST", "GREEN")) {
            profile(profile);
        }
        unknownProfile();
        impossible();
    }

    private static boolean isAnswered(WireExchange answer) {
        return answer.status() / 100 == 2 && ANSWERS.contains(answer.data().asText());
    }

    /** The text ties the negative answers to no status code. */
    private void answered(WireExchange answer) {
        Claim claim = probe.claim("SES-035").on(answer).at("/data");
        boolean right = claim.holds(
                isAnswered(answer) && answer.data().isTextual(),
                "HTTP 200 or 201 with one of " + ANSWERS,
                answer.outcome() + ", " + answer.data());
        if (right) {
            boolean plain = answer.ocpiStatus().filter(code -> code == 1000).isPresent();
            boolean negative = !answer.data().asText().equals("ACCEPTED");
            if (negative) {
                claim.holdsOrWarns(plain, "status_code 1000", answer.outcome());
            } else {
                claim.holds(plain, "status_code 1000", answer.outcome());
            }
        }
        if (answer.accepted()) {
            probe.claim("SES-092")
                    .on(answer)
                    .at("/data")
                    .holds(ANSWERS.contains(answer.data().asText()), "one of " + ANSWERS, answer.data());
        }
    }

    private void spelledDifferently(WireExchange answer) {
        String upper = session.toUpperCase(java.util.Locale.ROOT);
        String other = upper.equals(session) ? session.toLowerCase(java.util.Locale.ROOT) : upper;
        if (other.equals(session)) {
            return;
        }
        WireExchange same = put(probe, other, of("REGULAR"));
        probe.claim("SES-032")
                .on(same)
                .holds(
                        same.status() == answer.status() && same.data().equals(answer.data()),
                        "the answer as with the id's own case: " + answer.outcome(),
                        same.outcome());
    }

    private void profile(String profile) {
        ObjectNode wishes = of(profile);
        WireExchange answer = put(wishes);
        answered(answer);
        if (answer.data().asText().equals("DEPARTURE_REQUIRED")) {
            answer = again(wishes.put("departure_time", inHours(4)), "SES-094", "DEPARTURE_REQUIRED");
        }
        if (answer.data().asText().equals("ENERGY_NEED_REQUIRED")) {
            answer = again(wishes.put("energy_need", 10), "SES-095", "ENERGY_NEED_REQUIRED");
            if (!wishes.has("departure_time") && answer.data().asText().equals("DEPARTURE_REQUIRED")) {
                answer = again(wishes.put("departure_time", inHours(4)), "SES-094", "DEPARTURE_REQUIRED");
            }
        }
        tariff(profile, answer);
    }

    private WireExchange again(ObjectNode wishes, String requirement, String satisfied) {
        WireExchange answer = put(wishes);
        answered(answer);
        probe.claim(requirement)
                .on(answer)
                .at("/data")
                .holds(!answer.data().asText().equals(satisfied), "another answer than " + satisfied, answer.data());
        return answer;
    }

    private static String inHours(int hours) {
        return Moment.text(Instant.now().plus(Duration.ofHours(hours)));
    }

    private void tariff(String profile, WireExchange answer) {
        if (tariffTypes.isEmpty()) {
            return;
        }
        String type = profile.equals("REGULAR") ? profile : "PROFILE_" + profile;
        boolean priced = tariffTypes.get().contains(type) || tariffTypes.get().contains("");
        String said = answer.data().asText();
        if (said.equals("ACCEPTED")) {
            probe.claim("SES-090")
                    .on(answer)
                    .holds(priced, "a Tariff of type " + type + ", or without", "types " + tariffTypes.get());
        }
        if (!priced) {
            probe.claim("SES-097")
                    .on(answer)
                    .at("/data")
                    .holdsOrWarns(
                            said.equals("PROFILE_TYPE_NOT_SUPPORTED"),
                            "PROFILE_TYPE_NOT_SUPPORTED: there is no Tariff of type " + type,
                            said);
        }
    }

    private void unknownProfile() {
        WireExchange answer = put(of("SLOW"));
        probe.claim("SES-097")
                .on(answer)
                .holdsOrWarns(
                        answer.refused() || answer.data().asText().equals("PROFILE_TYPE_NOT_SUPPORTED"),
                        "a status_code 2xxx or PROFILE_TYPE_NOT_SUPPORTED for profile_type SLOW",
                        answer.outcome() + ", " + answer.data());
    }

    /** More than 3 MW would be needed. */
    private void impossible() {
        ObjectNode wishes = of("REGULAR")
                .put("energy_need", 500)
                .put("departure_time", Moment.text(Instant.now().plus(Duration.ofMinutes(10))));
        WireExchange answer = put(wishes);
        String said = answer.data().asText();
        if (said.equals("NOT_POSSIBLE") || said.equals("ACCEPTED")) {
            probe.claim("SES-096")
                    .on(answer)
                    .at("/data")
                    .holdsOrWarns(said.equals("NOT_POSSIBLE"), "NOT_POSSIBLE for 500 kWh in 10 minutes", said);
        }
    }

    /** What the session shows afterwards must not flow backwards. */
    void neverDischarged(JsonNode session) {
        JsonNode periods = session.path("charging_periods");
        for (JsonNode period : periods) {
            for (JsonNode dimension : period.path("dimensions")) {
                String type = dimension.path("type").asText();
                boolean flow = List.of("ENERGY", "CURRENT", "POWER").contains(type);
                int sign = dimension.path("volume").decimalValue().signum();
                boolean back = flow && sign < 0 || type.equals("ENERGY_EXPORT") && sign > 0;
                probe.claim("SES-091")
                        .holds(
                                !back,
                                "no discharging without discharge_allowed",
                                type + " " + dimension.path("volume"));
            }
        }
    }
}
