package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.tester.PlatformSetup.Document;
import dev.roamlab.conformance.wire.Target.Side;
import io.vertx.core.Future;

/** The endpoints of one version. Spec: version_information_endpoint_version_details_endpoint. */
final class DetailsPage implements Behaviour {
    @Override
    public Future<Reply> answer(Incoming incoming) {
        Platform platform = incoming.platform();
        String spelling = incoming.rest().get(0);
        if (incoming.rest().size() > 1 || !platform.setup().versions().contains(spelling)) {
            throw Refused.notFound("version " + String.join("/", incoming.rest()));
        }
        if (!incoming.method().equals("GET")) {
            throw Refused.method(incoming);
        }
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("version", spelling);
        ArrayNode endpoints = details.putArray("endpoints");
        Spelled.find(SpecVersion.class, spelling)
                .ifPresentOrElse(
                        version -> list(platform, version, endpoints),
                        // A version that we only list: nothing but what every version has.
                        () -> add(endpoints, "credentials", "SENDER", platform.detailsUrl(spelling) + "/credentials"));
        return Future.succeededFuture(Reply.envelope(platform.setup().with(Document.DETAILS, details)));
    }

    private static void list(Platform platform, SpecVersion version, ArrayNode endpoints) {
        PlatformSetup setup = platform.setup();
        add(
                endpoints,
                "credentials",
                setup.credentialsSide().name(),
                platform.credentialsUrl(version).toString());
        for (String module : setup.modules()) {
            Side side = platform.role().owns(module) ? Side.SENDER : Side.RECEIVER;
            add(
                    endpoints,
                    module,
                    side.name(),
                    platform.endpoint(version, module, side).toString());
        }
        setup.extraEndpoints().stream()
                .filter(extra -> extra.version() == version)
                .forEach(extra -> add(endpoints, extra.identifier(), extra.role(), extra.url()));
    }

    private static void add(ArrayNode endpoints, String identifier, String role, String url) {
        endpoints.addObject().put("identifier", identifier).put("role", role).put("url", url);
    }
}
