package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.credentials.Newcomer;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** Fields that no specification knows, in our answers. Spec: transport_and_format of 2.3.0. */
@Checks(module = CatalogueModule.TRANSPORT)
final class FurtherFieldsCheck {
    private static final List<String> MODULES =
            List.of("locations", "sessions", "cdrs", "tariffs", "tokens", "commands");

    @Proves(value = "TRN-085", stage = Stage.DESTRUCTIVE)
    void undocumented_fields_in_our_answers_are_no_obstacle(Probe probe) {
        if (!probe.is(SpecVersion.V2_3_0)) {
            return;
        }
        try (Newcomer newcomer = Newcomer.invited(probe);
                var versions = newcomer.platform().script(incoming -> incoming.is("GET", "versions"));
                var details = newcomer.platform().script(incoming -> incoming.is("GET", "version_details"))) {
            versions.answer(extended(versions(newcomer.platform(), probe.version())));
            details.answer(extended(details(newcomer.platform(), probe.version())));
            WireExchange post = newcomer.post(newcomer.credentials());
            if (versions.hits().isEmpty() && details.hits().isEmpty()) {
                throw probe.inconclusive("the system did not read our versions before its answer, if at all");
            }
            probe.claim("TRN-085")
                    .on(post)
                    .holds(
                            post.accepted(),
                            "a registration in spite of further fields in our versions and details",
                            post.outcome());
        }
    }

    private static Reply extended(JsonNode data) {
        ObjectNode envelope = JsonNodeFactory.instance
                .objectNode()
                .put("status_code", 1000)
                .put("timestamp", Moments.now())
                .put("lab_extra", "x");
        envelope.set("data", data);
        return Reply.json(200, envelope);
    }

    private static ArrayNode versions(Platform platform, SpecVersion version) {
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        versions.addObject()
                .put("version", version.spelling())
                .put("url", platform.detailsUrl(version.spelling()).toString())
                .putObject("lab_extra")
                .put("since", 2024);
        return versions;
    }

    private static ObjectNode details(Platform platform, SpecVersion version) {
        ObjectNode details = JsonNodeFactory.instance
                .objectNode()
                .put("version", version.spelling())
                .put("lab_extra", "x");
        ArrayNode endpoints = details.putArray("endpoints");
        add(endpoints, "credentials", "SENDER", platform.credentialsUrl(version).toString());
        for (String module : MODULES) {
            Side side = platform.role().owns(module) ? Side.SENDER : Side.RECEIVER;
            add(
                    endpoints,
                    module,
                    side.name(),
                    platform.endpoint(version, module, side).toString());
        }
        return details;
    }

    private static void add(ArrayNode endpoints, String identifier, String role, String url) {
        endpoints
                .addObject()
                .put("identifier", identifier)
                .put("role", role)
                .put("url", url)
                .put("lab_extra", "x")
                .putArray("lab_more")
                .add(1);
    }
}
