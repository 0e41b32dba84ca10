package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Incoming;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.tester.PlatformSetup.Document;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Types in the documents of a registration, shown by partners of our making. Needs the trigger invite. Spec: types_types. */
@Checks(module = CatalogueModule.TYPES)
final class NewPartnerCheck {
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "J", "K");

    /** A registration, or what came instead. */
    private record Outcome(boolean registered, Optional<WireExchange> exchange, String message) {}

    @Proves(value = "TYP-004", stage = Stage.DRIVEN)
    void a_module_that_nobody_knows_does_not_keep_a_partner_out(Probe probe) {
        Outcome outcome = registered(
                probe,
                setup -> setup.endpoint(
                        probe.version(), "lab-newmodule", "SENDER", "https://tester.example/lab-newmodule"),
                platform -> {});
        judge(probe, "TYP-004", outcome, "a registration in spite of an endpoint lab-newmodule");
    }

    @Proves(value = "TYP-044", stage = Stage.DRIVEN)
    void credentials_may_have_null_for_what_is_optional(Probe probe) {
        Outcome outcome = registered(
                probe,
                setup -> setup.member(
                        Document.CREDENTIALS,
                        "roles",
                        roles(probe, probe.role().counterpart().name(), party(probe))),
                platform -> {});
        judge(probe, "TYP-044", outcome, "a registration with website and logo null");
    }

    private static ArrayNode roles(Probe probe, String role, Party party) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        ObjectNode entry = roles.addObject().put("role", role);
        entry.putObject("business_details")
                .put("name", "Tester " + probe.runId())
                .putNull("website")
                .putNull("logo");
        entry.put("party_id", party.partyId()).put("country_code", party.countryCode());
        return roles;
    }

    private static Party party(Probe probe) {
        int number = probe.once("partners of the chapter on types", AtomicInteger::new)
                .getAndIncrement();
        return new Party(
                probe.us().countryCode(),
                "Y" + LETTERS.get(number / LETTERS.size() % LETTERS.size()) + LETTERS.get(number % LETTERS.size()));
    }

    @Proves(value = "TYP-019", stage = Stage.DRIVEN)
    void timestamps_may_be_written_in_every_way(Probe probe) {
        List<String> endings = List.of("", ".5Z", ".123");
        AtomicInteger number = new AtomicInteger();
        Outcome outcome = registered(probe, setup -> {}, platform -> {
            Script script = platform.script(incoming -> incoming.is("GET", "versions"));
            script.answer(incoming -> stamped(versions(incoming), endings.get(number.getAndIncrement() % 3)));
            Script details = platform.script(incoming -> incoming.is("GET", "version_details"));
            details.answer(incoming -> stamped(details(incoming, probe), endings.get(number.getAndIncrement() % 3)));
        });
        judge(probe, "TYP-019", outcome, "a registration whatever notation the timestamps have");
    }

    private static Reply stamped(com.fasterxml.jackson.databind.JsonNode data, String ending) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("data", data);
        return Reply.json(
                200,
                envelope.put("status_code", 1000)
                        .put("timestamp", Instant.now().toString().substring(0, 19) + ending));
    }

    private static ArrayNode versions(Incoming incoming) {
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        for (SpecVersion version : SpecVersion.values()) {
            versions.addObject()
                    .put("version", version.spelling())
                    .put(
                            "url",
                            incoming.platform().detailsUrl(version.spelling()).toString());
        }
        return versions;
    }

    private static ObjectNode details(Incoming incoming, Probe probe) {
        Platform platform = incoming.platform();
        SpecVersion version = incoming.version().orElse(probe.version());
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("version", version.spelling());
        details.putArray("endpoints")
                .addObject()
                .put("identifier", "credentials")
                .put("role", "SENDER")
                .put("url", platform.credentialsUrl(version).toString());
        return details;
    }

    @Proves(value = "TYP-032", stage = Stage.DRIVEN)
    void a_role_that_is_none_is_expected_to_be_refused(Probe probe) {
        refusal(probe, "TYP-032", roles(probe, "MSP", party(probe)), "role MSP");
    }

    @Proves(value = "TYP-046", stage = Stage.DRIVEN)
    void credentials_without_roles_are_expected_to_be_refused(Probe probe) {
        refusal(probe, "TYP-046", JsonNodeFactory.instance.arrayNode(), "roles []");
    }

    private static void refusal(Probe probe, String requirement, ArrayNode roles, String what) {
        Outcome outcome =
                registered(probe, setup -> setup.member(Document.CREDENTIALS, "roles", roles), platform -> {});
        outcome.exchange()
                .ifPresent(exchange -> probe.claim(requirement)
                        .on(exchange)
                        .holdsOrWarns(!outcome.registered(), "status_code 2001 for " + what, exchange.outcome()));
    }

    private static void judge(Probe probe, String requirement, Outcome outcome, String expected) {
        outcome.exchange()
                // What it says of our interface (3xxx) is no word about our credentials.
                .filter(exchange ->
                        exchange.ocpiStatus().filter(code -> code / 1000 == 3).isEmpty())
                .ifPresent(exchange ->
                        probe.claim(requirement).on(exchange).holds(outcome.registered(), expected, outcome.message()));
    }

    /** Registers a further partner and takes it away again; our registration of the run is not touched. */
    private static Outcome registered(Probe probe, Consumer<PlatformSetup> setup, Consumer<Platform> prepare) {
        String token = probe.trigger("invite", Map.of()).path("token").asText();
        if (token.isEmpty()) {
            throw probe.inconclusive("the trigger invite gave no token");
        }
        Platform platform = probe.tester().another(party(probe), fresh -> setup.accept(fresh.empty()));
        prepare.accept(platform);
        try {
            WireExchange answer = probe.tester()
                    .enrolment(platform)
                    .register(probe.version(), token)
                    .answer();
            leave(probe, platform);
            return new Outcome(true, Optional.of(answer), "registered");
        } catch (EnrolmentFailed failed) {
            if (failed.reason() != EnrolmentFailed.Reason.REFUSED) {
                throw probe.skip("a further registration did not come about: " + failed.getMessage());
            }
            return new Outcome(false, failed.exchange(), failed.getMessage());
        }
    }

    private static void leave(Probe probe, Platform platform) {
        try {
            probe.tester().enrolment(platform).unregister();
        } catch (WireTrouble away) {
            platform.unrelated();
        }
    }
}
