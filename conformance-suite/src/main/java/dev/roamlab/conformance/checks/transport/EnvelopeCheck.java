package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The envelope around every answer, and what is in it. Spec: transport_and_format_response_format. */
@Checks(module = CatalogueModule.TRANSPORT)
final class EnvelopeCheck {
    private static final Set<String> LISTS = Set.of("locations", "sessions", "cdrs", "tariffs", "tokens");

    @Proves(
            value = {"TRN-075", "TRN-076", "TRN-079"},
            stage = Stage.FINAL)
    void successes_are_json_envelopes(Probe probe) {
        for (WireExchange answer : Messages.successes(probe)) {
            String type = answer.responseHeaders()
                    .first("Content-Type")
                    .map(value -> value.split(";")[0].trim().toLowerCase(Locale.ROOT))
                    .orElse("none");
            probe.claim("TRN-075")
                    .on(answer)
                    .at("Content-Type")
                    .holds(type.equals("application/json"), "application/json", type);
            if (answer.responseBody().defect().isEmpty()) {
                envelope(probe, answer, answer.responseBody().json());
            }
        }
    }

    private static void envelope(Probe probe, WireExchange answer, JsonNode root) {
        Claim claim = probe.claim("TRN-076").on(answer);
        if (!claim.holds(root.isObject(), "an object as root", root.getNodeType())) {
            return;
        }
        JsonNode code = root.path("status_code");
        JsonNode message = root.path("status_message");
        claim.at("/status_code").holds(code.isIntegralNumber(), "status_code as an integer", code);
        claim.at("/timestamp")
                .holds(
                        Messages.moment(root.path("timestamp")).isPresent(),
                        "timestamp as a DateTime",
                        root.path("timestamp"));
        claim.at("/status_message")
                .holds(
                        message.isMissingNode() || message.isNull() || message.isTextual(),
                        "status_message as a string",
                        message);
        probe.claim("TRN-079")
                .on(answer)
                .at("/status_code")
                .holds(
                        code.isIntegralNumber() && code.intValue() >= 1000 && code.intValue() <= 4999,
                        "a number from 1000 to 4999",
                        code);
    }

    @Proves(value = "TRN-080", stage = Stage.FINAL)
    void timestamps_are_the_moment_of_the_answer(Probe probe) {
        for (WireExchange answer : Messages.successes(probe)) {
            Optional<Instant> stamp =
                    Messages.moment(answer.responseBody().json().path("timestamp"));
            stamp.ifPresent(made -> {
                Duration off =
                        Duration.between(answer.at().plus(answer.took()), made).abs();
                // A whole number of half hours is a time zone, not a slow clock.
                long halfHours = Math.round(off.toSeconds() / 1800.0);
                boolean zone = halfHours > 0 && Math.abs(off.toSeconds() - halfHours * 1800) <= 120;
                Claim claim = probe.claim("TRN-080").on(answer).at("/timestamp");
                if (claim.holds(!zone, "UTC", made + ", " + off.toSeconds() + " s off")) {
                    claim.holdsOrWarns(
                            off.compareTo(probe.sut().tolerances().clock()) <= 0,
                            "the present moment within "
                                    + probe.sut().tolerances().clock().toSeconds() + " s",
                            made + ", " + off.toSeconds() + " s off");
                }
            });
        }
    }

    @Proves(
            value = {"TRN-077", "TRN-078"},
            stage = Stage.FINAL)
    void lists_are_arrays_and_single_objects_are_objects(Probe probe) {
        for (WireExchange answer : Messages.successes(probe)) {
            if (!answer.accepted()) {
                continue;
            }
            JsonNode data = answer.data();
            if (isList(answer)) {
                boolean absent = data.isMissingNode() || data.isNull();
                Claim claim = probe.claim("TRN-077").on(answer).at("/data");
                if (absent) {
                    claim.warns("an empty array", data);
                } else {
                    claim.holds(data.isArray(), "an array", data.getNodeType());
                }
            } else if (isSingle(answer)) {
                probe.claim("TRN-078").on(answer).at("/data").holds(data.isObject(), "an object", data.getNodeType());
            }
        }
    }

    private static boolean isList(WireExchange answer) {
        var target = answer.target().orElseThrow();
        return answer.method().equals("GET")
                && target.rest().isEmpty()
                && (target.module().equals("versions")
                        || LISTS.contains(target.module())
                                && target.side()
                                        .filter(side -> side == Side.SENDER)
                                        .isPresent());
    }

    private static boolean isSingle(WireExchange answer) {
        var target = answer.target().orElseThrow();
        boolean document =
                target.module().equals("version_details") && answer.method().equals("GET");
        boolean credentials =
                target.module().equals("credentials") && !answer.method().equals("DELETE");
        boolean object = LISTS.contains(target.module())
                && answer.method().equals("GET")
                && target.rest().size()
                        >= (target.side().filter(side -> side == Side.RECEIVER).isPresent() ? 3 : 1);
        return document || credentials || object;
    }

    @Proves(value = "TRN-073", stage = Stage.FINAL)
    void pulled_objects_name_their_owner(Probe probe) {
        for (String type : List.of("Location", "Session", "CDR", "Tariff", "Token")) {
            for (SeenObject object : probe.seen().all(type)) {
                boolean pulled = !object.exchange().fromSut() && isList(object.exchange());
                if (pulled) {
                    owner(probe, object);
                }
            }
        }
    }

    private static void owner(Probe probe, SeenObject object) {
        String country = object.text("country_code");
        String party = object.text("party_id");
        Claim claim = probe.claim("TRN-073").on(object);
        if (claim.holds(
                country.length() == 2 && !party.isEmpty() && party.length() <= 3,
                "country_code and party_id",
                country + "/" + party)) {
            boolean announced =
                    probe.parties().isEmpty() || probe.parties().stream().anyMatch(one -> one.is(country, party));
            claim.holdsOrWarns(announced, "a party of the system's credentials", country + "/" + party);
        }
    }

    @Proves(value = "TRN-083", stage = Stage.FINAL)
    void answers_to_pushes_have_no_data(Probe probe) {
        for (WireExchange answer : Messages.successes(probe)) {
            boolean push = List.of("PUT", "PATCH").contains(answer.method())
                    && answer.target()
                            .orElseThrow()
                            .side()
                            .filter(side -> side == Side.RECEIVER)
                            .isPresent();
            if (push && answer.accepted()) {
                JsonNode data = answer.data();
                probe.claim("TRN-083")
                        .on(answer)
                        .at("/data")
                        .holds(data.isMissingNode() || data.isNull(), "no data", data);
            }
        }
    }

    @Proves(value = "TRN-086", stage = Stage.FINAL)
    void further_fields_have_no_x_prefix(Probe probe) {
        if (!probe.is(SpecVersion.V2_3_0)) {
            return;
        }
        ObjectSchemas schemas = ObjectSchemas.of(probe.version());
        for (SeenObject object : probe.seen().all()) {
            if (!schemas.names().contains(object.type())) {
                continue;
            }
            List<String> odd = new ArrayList<>();
            for (Iterator<String> names = object.json().fieldNames(); names.hasNext(); ) {
                String name = names.next();
                String lower = name.toLowerCase(Locale.ROOT);
                if (!schemas.fields(object.type()).contains(name)
                        && (lower.startsWith("x-") || lower.startsWith("x_") || lower.startsWith("custom"))) {
                    odd.add(name);
                }
            }
            probe.claim("TRN-086").on(object).holds(odd.isEmpty(), "further fields without such a prefix", odd);
        }
    }

    @Proves(value = "TRN-124", stage = Stage.FINAL)
    void not_available_stands_in_required_strings_only(Probe probe) {
        ObjectSchemas schemas = ObjectSchemas.of(probe.version());
        for (SeenObject object : probe.seen().all()) {
            if (!schemas.names().contains(object.type())) {
                continue;
            }
            object.json().fields().forEachRemaining(field -> {
                if (field.getValue().isTextual() && field.getValue().textValue().equals("#NA")) {
                    probe.claim("TRN-124")
                            .on(object.exchange())
                            .at(object.pointer() + "/" + field.getKey())
                            .holds(
                                    schemas.requiredFields(object.type()).contains(field.getKey()),
                                    "#NA in a required field only",
                                    field.getKey());
                }
            });
        }
    }
}
