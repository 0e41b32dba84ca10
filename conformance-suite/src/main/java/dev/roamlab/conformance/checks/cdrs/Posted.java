package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** A CDR that we posted to the eMSP under test, and its answer. */
record Posted(Probe probe, ObjectNode cdr, WireExchange answer) {
    static Posted of(Probe probe, ObjectNode cdr) {
        return new Posted(
                probe,
                cdr,
                probe.post(probe.endpoint("cdrs", Side.RECEIVER), cdr).send());
    }

    /** A CDR that was accepted, as prerequisite. */
    static Posted accepted(Probe probe, ObjectNode cdr) {
        Posted posted = of(probe, cdr);
        if (!posted.accepted()) {
            throw probe.skip("a valid CDR was not accepted: " + posted.answer().outcome());
        }
        return posted;
    }

    boolean accepted() {
        return answer.accepted();
    }

    String id() {
        return cdr.path("id").asText();
    }

    /** Where the eMSP keeps it; a relative URL is resolved. */
    Optional<URI> url() {
        return written().map(url -> answer.uri().resolve(url)).filter(url -> url.getHost() != null);
    }

    boolean isRelative() {
        return written().filter(url -> !url.isAbsolute()).isPresent();
    }

    private Optional<URI> written() {
        return answer.responseHeaders()
                .first("Location")
                .filter(text -> !text.isBlank())
                .flatMap(text -> {
                    try {
                        return Optional.of(new URI(text.trim()));
                    } catch (java.net.URISyntaxException unusable) {
                        return Optional.empty();
                    }
                });
    }

    /** What is at its URL. */
    WireExchange get() {
        return probe.get(url().orElseThrow()).send();
    }

    /** What is at its URL, once it is as expected, or as it is after the time for that. */
    WireExchange readBack(Predicate<WireExchange> fits) {
        return probe.readBack(() -> probe.get(url().orElseThrow()), fits);
    }

    /** Whether the answer holds the CDR of this id. */
    boolean isIn(WireExchange got) {
        return got.accepted() && got.data().path("id").asText().equalsIgnoreCase(id());
    }
}
