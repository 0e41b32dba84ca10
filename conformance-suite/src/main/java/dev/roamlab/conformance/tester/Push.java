package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.Caller;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells the system under test of an object of ours, if it lists a receiver for it, in the version registered. Blocks. */
public final class Push {
    private final Platform platform;
    private final Caller caller;

    Push(Platform platform, Caller caller) {
        this.platform = platform;
        this.caller = caller;
    }

    /**
     * Sends to the Receiver interface of a module, at a path below the owner's country and party.
     *
     * @param object in the form of 2.3.0; goes out in the form of the version registered
     * @return empty when there is no registration, or no such receiver
     */
    public Optional<WireExchange> send(
            String method, String module, ObjectNode object, Optional<Party> to, String... path) {
        Party us = platform.party();
        return receiver(module).map(endpoint -> {
            StringBuilder url = new StringBuilder(trimmed(endpoint));
            url.append('/').append(us.countryCode()).append('/').append(us.partyId());
            for (String segment : path) {
                url.append('/').append(encoded(segment));
            }
            return exchanged(method, URI.create(url.toString()), object, to);
        });
    }

    /** POSTs to the Receiver interface of a module itself. */
    public Optional<WireExchange> post(String module, ObjectNode object, Optional<Party> to) {
        return receiver(module).map(endpoint -> exchanged("POST", endpoint, object, to));
    }

    /** POSTs to an address that the system under test gave us. */
    public WireExchange post(URI url, ObjectNode object) {
        return exchanged("POST", url, object, Optional.empty());
    }

    private Optional<URI> receiver(String module) {
        return platform.relation().flatMap(relation -> relation.endpoint(module, Side.RECEIVER));
    }

    private WireExchange exchanged(String method, URI url, ObjectNode object, Optional<Party> to) {
        Manners manners = to.map(party -> platform.manners().routed(platform.party(), party))
                .orElseGet(platform::routedManners);
        var version = platform.relation().orElseThrow().version();
        return caller.attempt(manners.send(method, url, Forms.in(version, object)));
    }

    private static String trimmed(URI endpoint) {
        String text = endpoint.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
