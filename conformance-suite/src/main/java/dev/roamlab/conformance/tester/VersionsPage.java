package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.tester.PlatformSetup.Document;
import io.vertx.core.Future;

/** The list of versions. Spec: version_information_endpoint_version_information_endpoint. */
final class VersionsPage implements Behaviour {
    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (!incoming.method().equals("GET")) {
            throw Refused.method(incoming);
        }
        Platform platform = incoming.platform();
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        for (String version : platform.setup().versions()) {
            versions.add(platform.setup()
                    .with(
                            Document.VERSION,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("version", version)
                                    .put("url", platform.detailsUrl(version).toString())));
        }
        return Future.succeededFuture(Reply.envelope(versions));
    }
}
