package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.Body;
import dev.roamlab.conformance.wire.Outgoing;
import dev.roamlab.conformance.wire.WireHeaders;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The headers that a request of an OCPI platform has, in one place. Every request made from it has message ids of its own.
 *
 * @param authorization the whole value of the Authorization header
 * @param from our party in the routing headers
 * @param to theirs
 */
public record Manners(
        Optional<String> authorization,
        Optional<Party> from,
        Optional<Party> to,
        Optional<String> correlation,
        Duration timeout,
        int patience) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /** With a credentials token, encoded in Base64 as both versions ask. */
    public static Manners with(String token) {
        String encoded = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return authorized("Token " + encoded);
    }

    /** With the token as it is, as versions before 2.2 had it: only for systems whose operator asks for it. */
    public static Manners withRaw(String token) {
        return authorized("Token " + token);
    }

    /** With any Authorization header. */
    public static Manners authorized(String header) {
        return new Manners(Optional.of(header), Optional.empty(), Optional.empty(), Optional.empty(), USUAL, 2);
    }

    /** Without any. */
    public static Manners anonymous() {
        return new Manners(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), USUAL, 2);
    }

    /** With routing headers, as functional modules ask. */
    public Manners routed(Party ours, Party theirs) {
        return new Manners(authorization, Optional.of(ours), Optional.of(theirs), correlation, timeout, patience);
    }

    /** With this correlation id instead of a fresh one. */
    public Manners correlated(String id) {
        return new Manners(authorization, from, to, Optional.of(id), timeout, patience);
    }

    /** With this time for the answer. */
    public Manners within(Duration time) {
        return new Manners(authorization, from, to, correlation, time, patience);
    }

    /** Without trying again when the answer says "not now". */
    public Manners once() {
        return new Manners(authorization, from, to, correlation, timeout, 0);
    }

    /** A GET. */
    public Outgoing get(URI url) {
        return outgoing("GET", url, Body.EMPTY);
    }

    /** A request with a JSON body. */
    public Outgoing send(String method, URI url, JsonNode document) {
        return outgoing(method, url, Body.of(document));
    }

    /** A request without a body. */
    public Outgoing send(String method, URI url) {
        return outgoing(method, url, Body.EMPTY);
    }

    /** A request with these headers and nothing else. */
    public Outgoing outgoing(String method, URI url, Body body) {
        return new Outgoing(method, url, headers(!body.isEmpty()), body, timeout, patience);
    }

    private WireHeaders headers(boolean withBody) {
        List<Field> fields = new ArrayList<>();
        authorization.ifPresent(value -> fields.add(new Field("Authorization", value)));
        fields.add(new Field("X-Request-ID", UUID.randomUUID().toString()));
        fields.add(new Field(
                "X-Correlation-ID",
                correlation.orElseGet(() -> UUID.randomUUID().toString())));
        to.ifPresent(party -> addParty(fields, "to", party));
        from.ifPresent(party -> addParty(fields, "from", party));
        if (withBody) {
            fields.add(new Field("Content-Type", "application/json"));
        }
        return new WireHeaders(fields);
    }

    private static void addParty(List<Field> fields, String direction, Party party) {
        fields.add(new Field("OCPI-" + direction + "-party-id", party.partyId()));
        fields.add(new Field("OCPI-" + direction + "-country-code", party.countryCode()));
    }
}
