package dev.roamlab.conformance.checks.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;

/** Tries the methods that a document for reading does not have. */
final class OtherMethods {
    private OtherMethods() {}

    static void tried(Probe probe, String requirement, URI url) {
        JsonNode before = probe.get(url).send().data();
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            WireExchange answer = probe.call(method, url)
                    .body(JsonNodeFactory.instance.objectNode())
                    .once()
                    .send();
            boolean harmless = answer.status() != 500
                    && answer.ocpiStatus().filter(code -> code == 1000).isEmpty();
            probe.claim(requirement).on(answer).holdsOrWarns(harmless, "HTTP 405", method + ": " + answer.outcome());
        }
        WireExchange after = probe.get(url).send();
        probe.claim(requirement)
                .on(after)
                .holds(Readings.same(after.data(), before), "the same document as before", after.data());
    }
}
